import {
  base64Encode,
  type CompactRange,
  compactRange,
  HASH_BYTES,
  nodeHash,
  rootOf,
  type Signer,
  utf8Decode,
} from '@cabildo/book';
import { nodeCrypto, signerFromSeed } from '@cabildo/book/node';
import { type BodyState, emptyState, evolve, readableAct, type Time } from '@cabildo/core';
import { readEntries } from '../store/acts.ts';
import { type BookRow, findBook } from '../store/books.ts';
import { openSigningKey } from '../store/node-keys.ts';
import type { Store } from '../store/open-store.ts';
import type { Head } from './node.ts';

/** A book as last committed: never changed, only replaced by the next. */
export interface LoadedBook {
  readonly origin: string;
  readonly name: string;
  readonly kind: 'body' | 'heads';
  readonly remote: boolean;
  readonly title: string;
  readonly vkey: string;
  readonly source: string | null;
  readonly predecessor: string | null;
  readonly signer: Signer | null;
  readonly range: CompactRange;
  readonly lastAt: Time;
  readonly head: Head;
  readonly folded: Folded;
  /** Why nothing can be appended, if so. */
  readonly readOnly: string | null;
}

/** The state, and the first act that this program could not read; the state is that before it. */
export interface Folded {
  readonly state: BodyState;
  readonly stuck: string | null;
}

export async function loadBook(store: Store, origin: string): Promise<LoadedBook | null> {
  const row = await findBook(store, origin);
  if (row === undefined) return null;
  let folded: Folded = { state: emptyState(origin), stuck: null };
  if (row.kind === 'body') {
    let index = 0;
    for await (const entry of readEntries(store, origin, 0, row.size)) {
      folded = foldEntry(folded, entry, index++);
      if (folded.stuck !== null) break;
    }
  }
  return bookOf(row, folded, store);
}

function bookOf(row: BookRow, folded: Folded, store: Store): LoadedBook {
  const { origin, name, kind, remote, title, vkey, source, predecessor, size } = row;
  const hashes: Uint8Array[] = [];
  for (let at = 0; at < row.range.length; at += HASH_BYTES) hashes.push(row.range.subarray(at, at + HASH_BYTES));
  const range = compactRange(size, hashes);
  if (range === undefined || !row.root.equals(rootOf(range, nodeCrypto)))
    throw new Error(`the row of the book ${origin} does not hold together: size, root and range differ`);
  const signer =
    row.signing_key === null ? null : signerFromSeed(openSigningKey(store.cipher, origin, row.signing_key));
  const head = { origin, size, root: base64Encode(row.root), checkpoint: row.checkpoint };
  const described = { origin, name, kind, remote, title, vkey, source, predecessor, signer };
  return { ...described, range, lastAt: row.last_at, head, folded, readOnly: row.read_only ?? folded.stuck };
}

/** Adds one entry to the state; an act of a type or version that this program does not know ends the fold. */
function foldEntry(folded: Folded, entry: Uint8Array, index: number): Folded {
  if (folded.stuck !== null) return folded;
  const { act, v, at, data } = JSON.parse(utf8Decode(entry) ?? '') as {
    act: string;
    v: number;
    at: string;
    data: object;
  };
  const read = { act, v, index, at, data };
  if (!readableAct(read))
    return { ...folded, stuck: `act ${index} is ${act} version ${v}, which this program does not know` };
  return { state: evolve(folded.state, read), stuck: null };
}

/** As `foldEntry`, for a book of another node: what its writer got wrong stops that book, not this node. */
export function foldForeign(folded: Folded, entry: Uint8Array, index: number): Folded {
  try {
    return foldEntry(folded, entry, index);
  } catch (error) {
    return {
      ...folded,
      stuck: `act ${index} cannot be followed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** A full subtree of 256^level leaves, whose root the store keeps for tiles and proofs. */
export interface FullSubtree {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** A compact range that grows in place, and says which full subtrees its growth has completed. */
export class GrowingRange {
  readonly #hashes: Uint8Array[];
  #size: number;
  readonly completed: FullSubtree[] = [];

  constructor(range: CompactRange) {
    this.#hashes = [...range.hashes];
    this.#size = range.size;
  }

  append(leaf: Uint8Array): void {
    let hash = leaf;
    let level = 0;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      hash = nodeHash(this.#hashes.pop() as Uint8Array, hash, nodeCrypto);
      level += 1;
      if (level % 8 === 0) {
        this.completed.push({ level: level / 8, index: Math.floor(this.#size / 2 ** level), hash });
      }
    }
    this.#hashes.push(hash);
    this.#size += 1;
  }

  range(): CompactRange {
    return { size: this.#size, hashes: [...this.#hashes] };
  }
}
