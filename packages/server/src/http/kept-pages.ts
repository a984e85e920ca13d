import type { Node } from '../app/node.ts';
import { BooksRead } from './books-read.ts';
import { Turns } from './turns.ts';

/** A page as it is sent. */
export interface KeptPage {
  readonly status: number | undefined;
  /** The same buffer each time, so that it is compressed once. */
  readonly bytes: Buffer;
  /** Follows from the content. */
  readonly tag: string;
}

/** What an address leads to. */
export type Answered = KeptPage | { readonly redirect: string };

interface Entry {
  /** How many changes the node had counted before it was begun. */
  readonly changes: number;
  readonly at: number;
  readonly from: BooksRead;
  readonly answer: Promise<Answered>;
  isMade: boolean;
  size: number;
}

/** What may change without an act, such as how many days are left or who has seen a head, is shown at most so much later. */
const FRESH_MS = 30_000;
const BYTES_KEPT = 24 * 1024 * 1024;
/** Until a page is made nobody knows how long it is. */
const UNMADE = 64 * 1024;

/** More would only wait for each other, and whoever votes meanwhile for all of them. */
const MADE_AT_ONCE = 4;

/**
 * Pages are the same for everybody: whoever asks for one while no book has changed that it was made from is sent the one that was
 * made, and those who ask at the same moment wait for one and the same.
 */
export class KeptPages {
  readonly #node: Node;
  readonly #onAsked: () => void;
  readonly #turns = new Turns(MADE_AT_ONCE);
  // A Map keeps the order of insertion: the first is the one that was asked for longest ago.
  readonly #kept = new Map<string, Entry>();
  #bytes = 0;

  /** `onAsked`: called with each page that must be made. */
  constructor(node: Node, onAsked: () => void = () => undefined) {
    this.#node = node;
    this.#onAsked = onAsked;
  }

  /** `key` says all that a page follows from beside the books and the time; `make` asks of the node only through what it is given. */
  get(key: string, make: (from: BooksRead) => Promise<Answered>): Promise<Answered> {
    const known = this.#kept.get(key);
    const now = Date.parse(this.#node.now());
    if (known !== undefined) {
      this.#forget(key, known);
      if (Math.abs(now - known.at) < FRESH_MS && !this.#isOld(known)) {
        this.#keep(key, known);
        return known.answer;
      }
    }
    const changes = this.#node.changes();
    const from = new BooksRead(this.#node);
    const answer = this.#inTurn(() => make(from));
    const entry: Entry = { changes, at: now, from, answer, isMade: false, size: UNMADE };
    this.#keep(key, entry);
    answer.then(
      (made) => this.#made(key, entry, made),
      () => this.#made(key, entry, null),
    );
    return answer;
  }

  /** Of a page that is being made nobody knows yet what it will have been made from. */
  #isOld({ isMade, changes, from }: Entry): boolean {
    return isMade ? from.changedSince(changes) : this.#node.changes() !== changes;
  }

  #inTurn(make: () => Promise<Answered>): Promise<Answered> {
    this.#onAsked();
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    this.#turns.take({ lane: '', isFirst: () => false }, () => {
      make()
        .finally(() => this.#turns.end())
        .then(resolve, reject);
    });
    return promise;
  }

  /** What was not found costs little to say again, and addresses can be made up without end. */
  #made(key: string, entry: Entry, made: Answered | null): void {
    if (this.#kept.get(key) !== entry) return;
    this.#forget(key, entry);
    if (made === null || 'redirect' in made || made.status !== undefined) return;
    entry.size = made.bytes.length + key.length;
    entry.isMade = true;
    this.#keep(key, entry);
  }

  #keep(key: string, entry: Entry): void {
    this.#kept.set(key, entry);
    this.#bytes += entry.size;
    for (const [oldest, other] of this.#kept) {
      if (this.#bytes <= BYTES_KEPT) break;
      this.#forget(oldest, other);
    }
  }

  #forget(key: string, { size }: Entry): void {
    if (this.#kept.delete(key)) this.#bytes -= size;
  }
}
