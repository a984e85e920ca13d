/**
 * The Merkle tree of RFC 6962, section 2.1. Sizes and indices are safe integers, so shifts are divisions. A node is
 * named by (level, index): the root of the perfect subtree over leaves [index * 2^level, (index + 1) * 2^level).
 */
import type { Crypto } from './crypto.ts';
import { equalBytes } from './encoding.ts';

export type Hash = Uint8Array;
export const HASH_BYTES = 32;

/** SHA-256(0x00 || entry), 32 bytes. */
export function leafHash(entry: Uint8Array, crypto: Crypto): Hash {
  const input = new Uint8Array(entry.length + 1);
  input.set(entry, 1);
  return crypto.sha256(input);
}

// One buffer for all interior nodes: hashing is synchronous and `Crypto` does not keep its input.
const nodeInput = new Uint8Array(1 + 2 * HASH_BYTES);
nodeInput[0] = 1;

/** SHA-256(0x01 || left || right), 32 bytes. */
export function nodeHash(left: Hash, right: Hash, crypto: Crypto): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return crypto.sha256(nodeInput);
}

/** The root of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(crypto: Crypto): Hash {
  return crypto.sha256(new Uint8Array(0));
}

/**
 * What must be remembered of a tree to append to it: the roots of its maximal perfect subtrees, the largest (leftmost)
 * first, one for each bit that is set in `size`.
 */
export interface CompactRange {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

export const EMPTY_RANGE: CompactRange = { size: 0, hashes: [] };

/** A stored range, or undefined if the number or the length of the hashes does not fit the size. */
export function compactRange(size: number, hashes: readonly Hash[]): CompactRange | undefined {
  if (!Number.isSafeInteger(size) || size < 0 || hashes.length !== perfectLevels(size).length) return undefined;
  return hashes.every((hash) => hash.length === HASH_BYTES) ? { size, hashes } : undefined;
}

/** The range after one more leaf; `range` is left as it was. */
export function appendLeaf(range: CompactRange, leaf: Hash, crypto: Crypto): CompactRange {
  const hashes = range.hashes.slice();
  let hash = leaf;
  for (let rest = range.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    hash = nodeHash(hashes.pop() as Hash, hash, crypto);
  }
  hashes.push(hash);
  return { size: range.size + 1, hashes };
}

/** The root hash of the tree that the range stands for. */
export function rootOf(range: CompactRange, crypto: Crypto): Hash {
  return range.size === 0 ? emptyRoot(crypto) : foldRight(range.hashes, crypto);
}

function foldRight(hashes: readonly Hash[], crypto: Crypto): Hash {
  let root = hashes[hashes.length - 1] as Hash;
  for (let i = hashes.length - 2; i >= 0; i--) root = nodeHash(hashes[i] as Hash, root, crypto);
  return root;
}

/** The levels of the maximal perfect subtrees of a tree of `size`, the largest first: the bits set in it. */
export function perfectLevels(size: number): number[] {
  const levels: number[] = [];
  for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) levels.unshift(level);
  }
  return levels;
}

/** A node of the tree by its place; see the head of this file. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** Gives the hash of a node that lies wholly inside the tree. */
export type HashAt = (level: number, index: number) => Hash;

/** The perfect subtrees that make up leaves [from, to), where `from` is a multiple of the largest one's width. */
function perfectNodes(from: number, to: number): Node[] {
  let at = from;
  return perfectLevels(to - from).map((level) => {
    const node = { level, index: at / 2 ** level };
    at += 2 ** level;
    return node;
  });
}

/** One list of nodes for every hash of a proof; the hash is the nodes folded from the right. */
export type ProofPlan = Node[][];

/**
 * Which nodes an inclusion proof is made of (RFC 6962, 2.1.1), from the leaf upwards. For callers that must fetch
 * hashes before they can compute. Throws RangeError unless 0 <= index < size.
 */
export function inclusionPlan(index: number, size: number): ProofPlan {
  if (!(Number.isSafeInteger(size) && Number.isSafeInteger(index) && index >= 0 && index < size)) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  }
  const plan: ProofPlan = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    plan.unshift(index < middle ? perfectNodes(middle, to) : perfectNodes(from, middle));
    if (index < middle) to = middle;
    else from = middle;
  }
  return plan;
}

/**
 * Which nodes a consistency proof is made of (RFC 6962, 2.1.2). Empty if the sizes are equal.
 * Throws RangeError unless 0 < oldSize <= newSize.
 */
export function consistencyPlan(oldSize: number, newSize: number): ProofPlan {
  if (!(Number.isSafeInteger(newSize) && Number.isSafeInteger(oldSize) && oldSize > 0 && oldSize <= newSize)) {
    throw new RangeError(`no consistency proof from ${oldSize} to ${newSize}`);
  }
  const plan: ProofPlan = [];
  let from = 0;
  let to = newSize;
  let whole = true; // RFC 6962's b: the subtree at hand is one whose root the verifier knows already
  while (to !== oldSize) {
    const middle = from + largestPowerBelow(to - from);
    if (oldSize <= middle) {
      plan.unshift(perfectNodes(middle, to));
      to = middle;
    } else {
      plan.unshift(perfectNodes(from, middle));
      from = middle;
      whole = false;
    }
  }
  if (!whole) plan.unshift(perfectNodes(from, to));
  return plan;
}

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

/** Turns a plan into the hashes of the proof. */
export function proofFromPlan(plan: ProofPlan, hashAt: HashAt, crypto: Crypto): Hash[] {
  return plan.map((nodes) =>
    foldRight(
      nodes.map((node) => hashAt(node.level, node.index)),
      crypto,
    ),
  );
}

/** RFC 6962 PATH(index, D[size]): from the leaf's sibling up to the root's child. */
export function inclusionProof(index: number, size: number, hashAt: HashAt, crypto: Crypto): Hash[] {
  return proofFromPlan(inclusionPlan(index, size), hashAt, crypto);
}

/** RFC 6962 PROOF(oldSize, D[newSize]). */
export function consistencyProof(oldSize: number, newSize: number, hashAt: HashAt, crypto: Crypto): Hash[] {
  return proofFromPlan(consistencyPlan(oldSize, newSize), hashAt, crypto);
}

/** The root of the first `size` leaves. */
export function rootFrom(size: number, hashAt: HashAt, crypto: Crypto): Hash {
  const hashes = perfectNodes(0, size).map((node) => hashAt(node.level, node.index));
  return rootOf({ size, hashes }, crypto);
}

/** A source over leaf hashes held in memory. Computed nodes are kept. */
export function hashesOfLeaves(leaves: readonly Hash[], crypto: Crypto): HashAt {
  const levels: (Hash | undefined)[][] = [];
  const hashAt: HashAt = (level, index) => {
    if (level === 0) {
      const leaf = leaves[index];
      if (leaf === undefined) throw new RangeError(`no leaf ${index} among ${leaves.length}`);
      return leaf;
    }
    levels[level] ??= [];
    const row = levels[level];
    row[index] ??= nodeHash(hashAt(level - 1, 2 * index), hashAt(level - 1, 2 * index + 1), crypto);
    return row[index];
  };
  return hashAt;
}

/**
 * Whether `proof` shows that `leaf` is entry `index` of the tree of `size` entries with `root` (RFC 9162, 2.1.3.2).
 * Never throws: sizes, lengths and numbers that cannot be are false.
 */
export function verifyInclusion(
  index: number,
  size: number,
  leaf: Hash,
  proof: readonly Hash[],
  root: Hash,
  crypto: Crypto,
): boolean {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (leaf.length !== HASH_BYTES || !allHashes(proof)) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash, crypto);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      hash = nodeHash(hash, sibling, crypto);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && equalBytes(hash, root);
}

/**
 * Whether `proof` shows that the tree (newSize, newRoot) extends the tree (oldSize, oldRoot), RFC 9162, 2.1.4.2.
 * Old size 0 is always refused, also 0 to 0: such a proof would say nothing (docs/decisions/0002-the-book.md).
 */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  proof: readonly Hash[],
  oldRoot: Hash,
  newRoot: Hash,
  crypto: Crypto,
): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize)) return false;
  if (oldSize <= 0 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (proof.length === 0 || oldRoot.length !== HASH_BYTES || !allHashes(proof)) return false;
  let fn = oldSize - 1;
  let sn = newSize - 1;
  while (fn % 2 === 1) [fn, sn] = [(fn - 1) / 2, Math.floor(sn / 2)];
  // If the old tree is one perfect subtree, its root is the first hash and the proof leaves it out.
  const path = fn === 0 ? [oldRoot, ...proof] : proof;
  let fr = path[0] as Hash;
  let sr = fr;
  for (const hash of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr, crypto);
      sr = nodeHash(hash, sr, crypto);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      sr = nodeHash(sr, hash, crypto);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && equalBytes(fr, oldRoot) && equalBytes(sr, newRoot);
}

function allHashes(hashes: readonly Hash[]): boolean {
  return hashes.every((hash) => hash.length === HASH_BYTES);
}
