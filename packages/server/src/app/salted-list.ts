import {
  appendLeaf,
  base64Encode,
  canonicalBytes,
  EMPTY_RANGE,
  type Hash,
  hashesOfLeaves,
  inclusionProof,
  leafHash,
  rootOf,
  SALT_BYTES,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';

/**
 * A list that an act commits to without telling it: the tree of RFC 6962 over salted items, in the order of their
 * hashes, so that the place of an item says nothing. One item can be shown to be in it; the others stay unknown.
 */
export interface CommittedList<T> {
  readonly root: Hash;
  /** In the order of the tree. */
  readonly items: readonly { readonly leaf: Hash; readonly item: T }[];
}

export interface SaltedHolder {
  readonly holder: string;
  /** Base64. */
  readonly salt: string;
}

export const leafOf = (item: unknown): Hash => leafHash(canonicalBytes(item), nodeCrypto);

export function commitList<T>(all: readonly T[], content: (item: T) => unknown): CommittedList<T> {
  const items = all.map((item) => ({ leaf: leafOf(content(item)), item }));
  items.sort((a, b) => Buffer.compare(a.leaf, b.leaf));
  let range = EMPTY_RANGE;
  for (const { leaf } of items) range = appendLeaf(range, leaf, nodeCrypto);
  return { root: rootOf(range, nodeCrypto), items };
}

export function saltHolders(
  holders: readonly string[],
  random: (bytes: number) => Uint8Array,
): CommittedList<SaltedHolder> {
  const salted = holders.map((holder) => ({ holder, salt: base64Encode(random(SALT_BYTES)) }));
  return commitList(salted, (item) => item);
}

/** The hashes that lead from item `index` to the root over `leaves`. */
export const proofInList = (leaves: readonly Hash[], index: number): Hash[] =>
  inclusionProof(index, leaves.length, hashesOfLeaves(leaves, nodeCrypto), nodeCrypto);
