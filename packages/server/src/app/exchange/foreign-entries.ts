import {
  appendLeaf,
  type CompactRange,
  compactRange,
  decodeBundle,
  decodeHeadEntry,
  decodeLeaf,
  entriesPath,
  HASH_BYTES,
  type Leaf,
  leafHash,
  rootOf,
  TILE_WIDTH,
  tileWidth,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { misfit, readableAct } from '@cabildo/core';
import type { BookRow } from '../../store/books.ts';
import { type PullProgress, type Refused, refused } from './pull-outcome.ts';
import type { Source } from './source.ts';

const MAX_ENTRY_BYTES = 8_192;
const MAX_BUNDLE_BYTES = TILE_WIDTH * (MAX_ENTRY_BYTES + 2);

/** The entries [from, to) that a source shows, as they were framed; nothing about them is verified yet. */
export async function readNewEntries(
  source: Source,
  origin: string,
  from: number,
  to: number,
  onProgress: (progress: PullProgress) => void,
): Promise<Uint8Array[] | Refused> {
  const entries: Uint8Array[] = [];
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index++) {
    const width = tileWidth(0, index, to);
    const bundle = await readBundle(source, origin, index, width);
    if ('kind' in bundle) return bundle;
    entries.push(...bundle.slice(Math.max(0, from - index * TILE_WIDTH)));
    onProgress({ origin, acts: from + entries.length, of: to });
  }
  return entries;
}

async function readBundle(
  source: Source,
  origin: string,
  index: number,
  width: number,
): Promise<Uint8Array[] | Refused> {
  const path = entriesPath(index, width);
  let read = await source.read(path, MAX_BUNDLE_BYTES);
  // A log may drop a partial bundle once the full one is there.
  if (!read.ok && read.fault === 'missing' && width < TILE_WIDTH) {
    read = await source.read(entriesPath(index, TILE_WIDTH), MAX_BUNDLE_BYTES);
  } else if (read.ok && decodeBundle(read.bytes, width).rest > 0) {
    return refused(origin, 'entries-damaged', `${path} holds bytes that do not belong`);
  }
  if (!read.ok) return refused(origin, read.fault, read.detail);
  const { entries } = decodeBundle(read.bytes, width);
  if (entries.length < width) {
    return refused(origin, 'entries-damaged', `${path} holds ${entries.length} of ${width} entries`);
  }
  return entries;
}

/** What is remembered of a book's tree, to append to it. */
export function rangeOf({ origin, size, range }: BookRow): CompactRange {
  const hashes = Array.from({ length: range.length / HASH_BYTES }, (_, i) =>
    range.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
  const found = compactRange(size, hashes);
  if (found === undefined) throw new Error(`the row of the book ${origin} does not hold together`);
  return found;
}

/** The range after these entries. */
export function grow(range: CompactRange, entries: readonly Uint8Array[]): { range: CompactRange; root: Uint8Array } {
  let grown = range;
  for (const entry of entries) grown = appendLeaf(grown, leafHash(entry, nodeCrypto), nodeCrypto);
  return { range: grown, root: rootOf(grown, nodeCrypto) };
}

/** The acts, if every entry is one, of this book, in its place, and no time runs backwards. */
export function readLeaves(
  origin: string,
  from: number,
  lastAt: string,
  entries: readonly Uint8Array[],
): readonly Leaf[] | Refused {
  const leaves: Leaf[] = [];
  let before = lastAt;
  for (const [i, entry] of entries.entries()) {
    const decoded = decodeLeaf(entry);
    const place = `entry ${from + i}`;
    if (!decoded.ok) return refused(origin, 'leaf-malformed', `${place} is no act: ${decoded.reason}`);
    const { leaf } = decoded;
    if (leaf.book !== origin || leaf.index !== from + i) {
      return refused(origin, 'leaf-malformed', `${place} says that it is act ${leaf.index} of ${leaf.book}`);
    }
    if (leaf.at < before) return refused(origin, 'leaf-malformed', `${place} of ${leaf.at} follows one of ${before}`);
    const where = readableAct(leaf) ? misfit(leaf) : null;
    if (where !== null)
      return refused(origin, 'leaf-malformed', `${place}, ${leaf.act}: ${where} is not what it must be`);
    before = leaf.at;
    leaves.push(leaf);
  }
  return leaves;
}

/** Whether every entry of a log of heads is one. */
export function checkHeadEntries(origin: string, from: number, entries: readonly Uint8Array[]): Refused | null {
  const wrong = entries.findIndex((entry) => decodeHeadEntry(entry) === undefined);
  return wrong < 0 ? null : refused(origin, 'leaf-malformed', `entry ${from + wrong} of the log of heads is no head`);
}
