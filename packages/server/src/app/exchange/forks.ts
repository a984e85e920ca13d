import { base64Decode, buildFork, encodeFork, equalBytes, utf8Decode, verifyConsistency } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type Fork, keepFork, readForks } from '../../store/witnesses.ts';
import type { Node } from '../node.ts';
import type { SignedHead } from './foreign-head.ts';
import { prefixOf, tilesOfSource, tilesOfStore } from './foreign-tree.ts';
import type { Source } from './source.ts';

export type { Fork } from '../../store/witnesses.ts';

/** Heads signed by one key that cannot both be true, kept as evidence: of one book, or all that this node has seen. */
export const forks = (node: Node, origin?: string): Promise<readonly Fork[]> => readForks(node.store, origin);

/** A head of a book as this node holds it. */
export interface HeldHead {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly checkpoint: string | null;
}

export type Comparison =
  /** The same head, or the smaller one is a beginning of the larger. */
  | { readonly kind: 'same' | 'ours-is-larger' | 'theirs-is-larger' }
  | { readonly kind: 'fork'; readonly fork: Omit<Fork, 'number'> }
  /** Not enough tiles to say. */
  | { readonly kind: 'unproven' };

/** Whether two signed heads of one book can both be true. */
export async function compareHeads(
  node: Node,
  origin: string,
  held: HeldHead,
  seen: SignedHead,
  source: Source,
): Promise<Comparison> {
  const { size, root } = seen.checkpoint;
  const heldRoot = base64Decode(held.root) as Uint8Array;
  if (held.size === 0 || held.checkpoint === null) return { kind: size === 0 ? 'same' : 'theirs-is-larger' };
  if (size === 0) return { kind: 'ours-is-larger' };
  if (size === held.size) {
    return equalBytes(root, heldRoot) ? { kind: 'same' } : forkOf(node, origin, held.checkpoint, seen);
  }
  const larger = size > held.size;
  const prefix = larger
    ? await prefixOf(tilesOfSource(source, size), held.size, size)
    : await prefixOf(tilesOfStore(node.store, origin, held.size), size, held.size);
  if (prefix === null) return { kind: 'unproven' };
  const smallerRoot = larger ? heldRoot : root;
  if (!equalBytes(prefix.root, smallerRoot)) return forkOf(node, origin, held.checkpoint, seen, prefix);
  if (!larger) return { kind: 'ours-is-larger' };
  const extended = verifyConsistency(held.size, size, prefix.proof, heldRoot, root, nodeCrypto);
  return { kind: extended ? 'theirs-is-larger' : 'unproven' };
}

function forkOf(
  node: Node,
  origin: string,
  held: string,
  seen: SignedHead,
  prefix?: Parameters<typeof buildFork>[4],
): Comparison {
  const built = buildFork(held, seen.note, seen.key, nodeCrypto, prefix);
  // Tiles that do not lead to the signed head prove nothing: they are damaged, not forked.
  if (!built.ok) return { kind: 'unproven' };
  const evidence = utf8Decode(encodeFork(built.evidence)) as string;
  return { kind: 'fork', fork: { origin, held, seen: seen.note, foundAt: node.now(), evidence } };
}

/** Keeps the evidence and stops the book. Returns its number. */
export async function recordFork(node: Node, fork: Omit<Fork, 'number'>): Promise<number> {
  const number = await keepFork(node.store, fork);
  await node.setReadOnly(fork.origin, `fork ${number}: the key of this book signed two heads that cannot both be true`);
  return number;
}
