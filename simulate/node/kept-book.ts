// One book as a node keeps it. What is on disk (acts, leaves, vault, answers to commands) changes in `commit` alone, all of
// it at once; what is in memory (state, compact range) is made from that and can be lost.
import { createHash } from 'node:crypto';
import {
  appendLeaf,
  base64Encode,
  type CompactRange,
  decodeLeaf,
  EMPTY_RANGE,
  encodeLeaf,
  type Leaf,
  leafHash,
  rootOf,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type Accepted, actEntry, type DraftAct, emptyState, type Refusal, type Time } from '@cabildo/core';
import { Book, fakeSignature, type StoredAct, sha256, Vault } from '../../packages/core/test/federation/book.ts';
import type { Rules } from './rules.ts';

/** What a command was answered, remembered under its key. */
export type Answered =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly from: number; readonly to: number; readonly accepted: Accepted };

export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly signature: string;
}

/** What a disk holds of a book, and what a backup copies. */
export interface Kept {
  readonly bytes: readonly Uint8Array[];
  readonly received: readonly Time[];
  readonly vault: Vault;
  readonly answers: ReadonlyMap<string, Answered>;
}

export class KeptBook extends Book {
  readonly own: boolean;
  readonly bytes: Uint8Array[] = [];
  readonly hashes: Uint8Array[] = [];
  readonly received: Time[] = [];
  readonly answers = new Map<string, Answered>();
  range: CompactRange = EMPTY_RANGE;
  /** Why nothing is written here any more, or why a mirror takes nothing new. */
  readOnly: string | null = null;

  constructor(origin: string, own: boolean, vault = new Vault()) {
    super(origin, vault);
    this.own = own;
    this.receivedAt = (index) => this.received[index] ?? '';
  }

  override leafOf(index: number): string {
    const hash = this.hashes[index];
    return hash === undefined ? '' : base64Encode(hash);
  }

  override cite(index: number) {
    const { size, root } = this.head();
    return { book: this.origin, index, leaf: this.leafOf(index), size, root };
  }

  head(): Head {
    const { origin } = this;
    const size = this.range.size;
    const root = base64Encode(rootOf(this.range, nodeCrypto));
    return { origin, size, root, signature: headSignature(this.key, origin, size, root) };
  }
}

/** Fake and fast, behind the place where Ed25519 stands: whoever knows the book's key can sign, and the check recomputes. */
export const headSignature = (key: string, origin: string, size: number, root: string): string =>
  fakeSignature(key, `${origin}\n${size}\n${root}`);

/** Puts entries on the disk and folds them; whoever calls has decided or verified them. */
export function append(book: KeptBook, entries: readonly Uint8Array[], at: Time, { evolve }: Rules): void {
  for (const bytes of entries) {
    const decoded = decodeLeaf(bytes);
    if (!decoded.ok) throw new Error(`${book.origin}: an entry that is no leaf: ${decoded.reason}`);
    const { act, v, index, at: when, data, by, cites } = decoded.leaf;
    const stored = { act, v, index, at: when, data, by, cites, leaf: '' } as unknown as StoredAct;
    const hash = leafHash(bytes, nodeCrypto);
    book.bytes.push(bytes);
    book.hashes.push(hash);
    book.received.push(book.own ? when : at);
    book.range = appendLeaf(book.range, hash, nodeCrypto);
    book.acts.push(stored);
    book.state = evolve(book.state, stored);
  }
}

/** The one transaction of a command: entries, vault rows and the answer under its key. Made in full before anything is kept. */
export function commit(book: KeptBook, accepted: Accepted, key: string, at: Time, rules: Rules): Answered {
  const from = book.bytes.length;
  const entries = accepted.acts.map((draft, offset) => entryOf(book.origin, draft, from + offset, at));
  append(book, entries, at, rules);
  for (const record of accepted.records) book.vault.write(record, at, book.acts.length);
  for (const [offset, draft] of accepted.acts.entries())
    for (const [slot, text] of Object.entries(draft.disclose ?? {}))
      book.vault.disclosures.set(`${from + offset}/${slot}`, text);
  const answered: Answered = { kind: 'done', from, to: book.bytes.length, accepted };
  book.answers.set(key, answered);
  return answered;
}

function entryOf(origin: string, draft: DraftAct, index: number, at: Time): Uint8Array {
  const attached = Object.entries(draft.attach ?? {}).map(([name, { mediaType, content }]) => [
    name,
    { sha256: sha256(content), bytes: content.length, mediaType },
  ]);
  const commits = Object.entries(draft.disclose ?? {}).map(([slot, text]) => [slot, sha256(JSON.stringify(text))]);
  const leaf = {
    act: draft.act,
    at,
    // A node takes these from the machine's randomness; here they follow from the place.
    blind: createHash('sha256').update(`${origin} ${index}`).digest().subarray(0, 16).toString('base64'),
    book: origin,
    by: draft.by,
    cites: draft.cites ?? [],
    commits: Object.fromEntries(commits),
    data: { ...draft.data, ...Object.fromEntries(attached) },
    format: 'cabildo/1',
    index,
    rules: 1,
    v: actEntry(draft.act)?.version ?? 1,
  };
  return encodeLeaf(leaf as unknown as Leaf);
}

export const keptOf = ({ bytes, received, vault, answers }: KeptBook): Kept => ({
  bytes: [...bytes],
  received: [...received],
  vault: vault.fork(),
  answers: new Map(answers),
});

/** What a start makes of a disk: everything in memory is folded anew. */
export function loaded(origin: string, own: boolean, kept: Kept, rules: Rules): KeptBook {
  const book = new KeptBook(origin, own, kept.vault);
  book.state = emptyState(origin);
  append(book, kept.bytes, '', rules);
  book.received.splice(0, Number.POSITIVE_INFINITY, ...kept.received);
  for (const [key, answer] of kept.answers) book.answers.set(key, answer);
  return book;
}
