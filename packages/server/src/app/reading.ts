import {
  consistencyPlan,
  type DisclosureFile,
  encodeBundle,
  type Hash,
  inclusionPlan,
  type ProofPlan,
  proofFromPlan,
  subtreeInTile,
  TILE_WIDTH,
  tileOfNode,
  tileWidth,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { readActs } from '../store/acts.ts';
import type { Store } from '../store/open-store.ts';
import type { Audience } from '../store/schema.ts';
import { readHashes, readHashRanges } from '../store/tree.ts';
import { readDisclosures } from '../store/vault/disclosures.ts';
import type { LoadedBook } from './loaded-book.ts';
import type { InclusionProof } from './node.ts';

/** The bytes of a hash tile; null where the committed tree has none of that width. */
export async function readTile(
  store: Store,
  book: LoadedBook,
  level: number,
  index: number,
  width: number,
): Promise<Uint8Array | null> {
  if (!fits(book, level, index, width)) return null;
  const hashes = await readHashes(store, book.origin, level, index * TILE_WIDTH, width);
  return Buffer.concat(hashes);
}

/** An entry bundle; its places are those of the tiles of level 0. */
export async function readBundle(
  store: Store,
  book: LoadedBook,
  index: number,
  width: number,
): Promise<Uint8Array | null> {
  if (!fits(book, 0, index, width)) return null;
  const from = index * TILE_WIDTH;
  const rows = await readActs(store, book.origin, from, from + width);
  return encodeBundle(rows.map((row) => row.entry));
}

/** Partial tiles of earlier heads stay available: a reader may hold an older checkpoint. */
function fits(book: LoadedBook, level: number, index: number, width: number): boolean {
  if (![level, index, width].every((number) => Number.isSafeInteger(number) && number >= 0)) return false;
  return width > 0 && width <= tileWidth(level, index, book.head.size);
}

export async function readInclusion(
  store: Store,
  book: LoadedBook,
  index: number,
  size: number,
): Promise<InclusionProof | null> {
  if (!Number.isSafeInteger(size) || size > book.head.size || !(index >= 0 && index < size)) return null;
  const [shown] = await readInclusions(store, book.origin, [index], size);
  if (shown === undefined) return null;
  return { index, size, ...shown, checkpoint: size === book.head.size ? book.head.checkpoint : null };
}

/** Leaf hashes and proofs of several acts of the same committed tree, in the order of `indexes`: what they share is read once. */
export async function readInclusions(
  store: Store,
  origin: string,
  indexes: readonly number[],
  size: number,
): Promise<readonly Pick<InclusionProof, 'leaf' | 'proof'>[]> {
  const plans = indexes.map((index) => inclusionPlan(index, size));
  const leaves = indexes.map((index) => ({ level: 0, index }));
  const rootOf = await readRoots(store, origin, [...leaves, ...plans.flat(2)]);
  return plans.map((plan, at) => ({
    leaf: rootOf(0, indexes[at] as number),
    proof: proofFromPlan(plan, rootOf, nodeCrypto),
  }));
}

/** Null for sizes that the book has not had, and from size 0, of which nothing can be proven. */
export async function readConsistency(
  store: Store,
  book: LoadedBook,
  from: number,
  to: number,
): Promise<readonly Hash[] | null> {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return null;
  if (from < 1 || from > to || to > book.head.size) return null;
  const plan = consistencyPlan(from, to);
  return proofFromPlan(plan, await readRoots(store, book.origin, plan.flat()), nodeCrypto);
}

/** The roots of these full subtrees, by level (0: leaves) and index. */
async function readRoots(
  store: Store,
  origin: string,
  asked: readonly ProofPlan[number][number][],
): Promise<(level: number, index: number) => Hash> {
  const nodes = new Map(asked.map(({ level, index }) => [`${level} ${index}`, tileOfNode(level, index)]));
  const ranges = [...nodes.values()].map(({ level, index, from, count }) => ({
    level,
    from: index * TILE_WIDTH + from,
    count,
  }));
  const read = await readHashRanges(store, origin, ranges);
  const found = new Map<string, Hash>();
  for (const [at, [name, { level, count }]] of [...nodes].entries()) {
    const hashes = read[at] ?? [];
    if (hashes.length !== count) throw new Error(`the tree of ${origin} has holes at level ${level}`);
    found.set(name, subtreeInTile(Buffer.concat(hashes), 0, count, nodeCrypto));
  }
  return (level, index) => found.get(`${level} ${index}`) as Hash;
}

const mayRead: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ['public'],
  members: ['public', 'members'],
  officers: ['public', 'members', 'officers'],
};

/** What is disclosed with an act for such readers, and what has become public by time; null where there is nothing. */
export async function readDisclosureFile(
  store: Store,
  origin: string,
  index: number,
  audience: Audience,
  isPublic: (slot: string) => boolean,
): Promise<DisclosureFile | null> {
  const slots = (await readDisclosures(store, origin, index, index + 1)).filter(
    (disclosed) => mayRead[audience].includes(disclosed.audience) || isPublic(disclosed.slot),
  );
  if (slots.length === 0) return null;
  return { index, slots: Object.fromEntries(slots.map(({ slot, salt, disclosure }) => [slot, { salt, disclosure }])) };
}
