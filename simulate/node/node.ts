// A node in memory (docs/decisions/0003, 0005): one writer per book, each command decided on the committed state and written in
// one commit; mirrors of other nodes' books. It differs from the server in that a batch has one command.
import { appendLeaf, base64Encode, leafHash, rootOf } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import {
  type Accepted,
  type Actor,
  type BodyState,
  type Command,
  fromEpoch,
  later,
  type Refusal,
  type Standing,
  standingOf,
  type Time,
} from '@cabildo/core';
import { findingsFor } from '../../packages/core/test/federation/evidence.ts';
import { memberId } from '../../packages/core/test/federation/federation.ts';
import {
  type Answered,
  append,
  commit,
  type Head,
  headSignature,
  type Kept,
  KeptBook,
  keptOf,
  loaded,
} from './kept-book.ts';
import type { Rules } from './rules.ts';
import { HeadsLog } from './witness.ts';

export interface Asked {
  readonly origin: string;
  readonly actor: Actor;
  readonly command: Command;
  /** The idempotency key that whoever asks has made up. */
  readonly key: string;
}

/** Where the process dies while a command is at work; the database has the commit whole or not at all. */
export type Crash = 'before-commit' | 'after-commit' | null;

export type Outcome =
  | Answered
  /** No answer came; nobody can tell from it whether the command was written. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'closed'; readonly reason: string };

/** What a mirror is sent: a head, and the entries from the size that it said it holds. */
export interface Parcel {
  readonly head: Head;
  readonly from: number;
  readonly entries: readonly Uint8Array[];
}

export type Taken = 'taken' | 'behind' | 'gap' | 'fork' | 'refused';

export interface Backup {
  readonly books: ReadonlyMap<string, Kept>;
  readonly heads: readonly string[];
  /** Why books are read only, as far as they are. */
  readonly readOnly: ReadonlyMap<string, string | null>;
}

export class SimulatedNode {
  readonly name: string;
  /** How far this node’s clock is from the world’s. */
  skewSeconds = 0;
  restores = 0;
  /** Cosigned by witnesses; begins anew, under another name, when it was put back behind them. */
  heads = new HeadsLog();
  logs = 1;
  readonly rules: Rules;
  readonly books = new Map<string, KeptBook>();
  readonly forks: { readonly head: Head; readonly held: Head }[] = [];

  constructor(name: string, rules: Rules) {
    this.name = name;
    this.rules = rules;
  }

  /** This node's clock when the world's clock says `now`. */
  clock(now: Time): Time {
    return fromEpoch(Date.parse(now) + this.skewSeconds * 1000);
  }

  own(origin: string): KeptBook {
    const known = this.books.get(origin);
    if (known !== undefined) return known;
    const made = new KeptBook(origin, true);
    this.books.set(origin, made);
    return made;
  }

  execute({ origin, actor, command, key }: Asked, now: Time, crash: Crash): Outcome {
    const book = this.own(origin);
    const known = book.answers.get(key);
    if (known !== undefined) return known;
    if (book.readOnly !== null) return { kind: 'closed', reason: book.readOnly };
    const { state } = book;
    const { size } = book.range;
    const at = later(this.clock(now), state.at);
    const wanted = this.rules.needs(state, command, actor, at);
    const evidence = findingsFor(this.books, book, wanted, at, (other, need, receivedAt, leafOf) =>
      this.rules.answerNeed(other, need, receivedAt, leafOf, this.#before(other)),
    );
    const fresh = freshFor(command, `${origin} ${key}`);
    const decision = this.rules.decide({ state, at, actor, evidence, fresh }, command);
    if (crash === 'before-commit') return this.#die(origin);
    const answered: Answered = decision.ok
      ? commit(book, decision, key, at, this.rules)
      : { kind: 'refused', refusal: decision.refusal };
    const isMinuted = !decision.ok && state.statute?.rules.minutes.refusals === true;
    if (isMinuted && (actor.kind === 'member' || actor.kind === 'seat'))
      commit(book, minuted(command, decision.refusal), key, at, this.rules);
    if (book.range.size > size) this.heads.add(book.head());
    if (this.rules.answersKept) book.answers.set(key, answered);
    else book.answers.delete(key);
    return crash === null ? answered : this.#die(origin);
  }

  /** What a successor may take over: what the book before it proves, if the whole of it is held here (decision 0005). */
  #before({ predecessor }: BodyState): Standing {
    const book = predecessor === null ? undefined : this.books.get(predecessor.book);
    if (predecessor === null || book === undefined) return { proven: false, attested: false };
    const { size, root } = book.head();
    const whole = size === predecessor.size && root === predecessor.root;
    return whole ? standingOf(book.state, this.#before(book.state)) : { proven: false, attested: false };
  }

  #die(origin: string): Outcome {
    this.restart([origin]);
    return { kind: 'lost' };
  }

  /** The process starts again: what was in memory is made from the disk, as books are asked for. */
  restart(origins: Iterable<string> = this.books.keys()): void {
    for (const origin of [...origins]) {
      const book = this.own(origin);
      this.books.set(origin, this.#opened(origin, book.own, keptOf(book), book.readOnly));
    }
  }

  get logName(): string {
    return `${this.name}/heads~${this.logs}`;
  }

  backup(): Backup {
    const books = new Map([...this.books].map(([origin, book]) => [origin, keptOf(book)]));
    const readOnly = new Map([...this.books].map(([origin, book]) => [origin, book.readOnly]));
    return { books, heads: [...this.heads.entries], readOnly };
  }

  /** The disk is gone; what the backup has is put back, and own books stay closed until they were compared with others. */
  restore(backup: Backup): void {
    this.rollBack(backup);
    this.close();
  }

  /** The same, by somebody who says nothing: the node starts as if nothing had been. */
  rollBack({ books: kept, heads, readOnly }: Backup): void {
    this.restores += 1;
    this.heads = new HeadsLog(heads);
    for (const { origin, own } of [...this.books.values()]) {
      const copy = kept.get(origin);
      if (copy !== undefined) this.books.set(origin, this.#opened(origin, own, copy, readOnly.get(origin) ?? null));
      else if (!own) this.books.delete(origin);
      else this.books.set(origin, this.#opened(origin, own, keptOf(new KeptBook(origin, own)), null));
    }
  }

  /** Nothing is written until own books were compared with what others hold of them. */
  close(): void {
    for (const book of this.books.values()) if (book.own) book.readOnly = 'restored';
  }

  #opened(origin: string, own: boolean, kept: Kept, readOnly: string | null): KeptBook {
    const copy = { ...kept, vault: kept.vault.fork() };
    const book = loaded(origin, own, copy, this.rules);
    book.readOnly = readOnly;
    return book;
  }

  parcelFor(origin: string, from: number): Parcel | null {
    const book = this.books.get(origin);
    if (book === undefined || !book.own || book.bytes.length === 0) return null;
    return { head: book.head(), from, entries: book.bytes.slice(from) };
  }

  /** A mirror takes a head whole or not at all: the new entries, appended to what is held, must lead to the signed root. */
  take({ head, from, entries }: Parcel, now: Time): Taken {
    const { origin } = head;
    const held = this.books.get(origin) ?? new KeptBook(origin, false);
    if (held.own || held.readOnly !== null) return 'refused';
    if (head.signature !== headSignature(held.key, origin, head.size, head.root)) return 'refused';
    const { size } = held.range;
    if (from > size) return 'gap';
    if (!this.rules.mirrorsVerify) return this.#replace(held, { head, from, entries }, now);
    if (head.size < size) return 'behind';
    const unheld = entries.slice(size - from, head.size - from);
    const range = unheld.reduce(
      (grown, entry) => appendLeaf(grown, leafHash(entry, nodeCrypto), nodeCrypto),
      held.range,
    );
    if (range.size !== head.size) return 'refused';
    if (base64Encode(rootOf(range, nodeCrypto)) !== head.root) {
      this.forks.push({ head, held: held.head() });
      held.readOnly = 'two histories';
      return 'fork';
    }
    append(held, unheld, this.clock(now), this.rules);
    this.books.set(origin, held);
    return unheld.length === 0 ? 'behind' : 'taken';
  }

  /** What a mirror would do that believed whatever came last. */
  #replace(held: KeptBook, { from, entries }: Parcel, now: Time): Taken {
    const copy = keptOf(held);
    const bytes = [...copy.bytes.slice(0, from), ...entries];
    const received = bytes.map((_, index) => copy.received[index] ?? this.clock(now));
    this.books.set(held.origin, loaded(held.origin, false, { ...copy, bytes, received }, this.rules));
    return 'taken';
  }
}

/** By what asked for it, so that the same again gets the same. */
const freshFor = (command: Command, asked: string) => ({
  member: memberId(asked),
  ...(command.name === 'EnrolMembers' && {
    members: command.input.people.map((_, place) => memberId(`${asked} ${place}`)),
  }),
});

/** A body may ask that what its people were refused is minuted (invariant 11). */
const minuted = ({ name: command }: Command, { code, article: refusedBy }: Refusal): Accepted => ({
  ok: true,
  acts: [
    {
      act: 'RefusalMinuted',
      by: { office: 'statute', article: 'minutes.refusals' },
      data: { command, code, refusedBy },
    },
  ],
  records: [],
  answer: {},
});
