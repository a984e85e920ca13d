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
  readonly changes: number;
  readonly at: number;
  readonly answer: Promise<Answered>;
  size: number;
}

/** What may change without an act, such as how many days are left or who has seen a head, is shown at most so much later. */
const FRESH_MS = 30_000;
const BYTES_KEPT = 24 * 1024 * 1024;
/** Until a page is made nobody knows how long it is. */
const UNMADE = 64 * 1024;

/**
 * Pages are the same for everybody: whoever asks for one while no book has changed is sent the one that was made, and those who
 * ask at the same moment wait for one and the same.
 */
export class KeptPages {
  readonly #now: () => number;
  readonly #changes: () => number;
  // A Map keeps the order of insertion: the first is the one that was asked for longest ago.
  readonly #kept = new Map<string, Entry>();
  #bytes = 0;

  constructor(now: () => number, changes: () => number) {
    this.#now = now;
    this.#changes = changes;
  }

  get(key: string, make: () => Promise<Answered>): Promise<Answered> {
    const known = this.#kept.get(key);
    const [now, changes] = [this.#now(), this.#changes()];
    if (known !== undefined) {
      this.#forget(key, known);
      if (known.changes === changes && Math.abs(now - known.at) < FRESH_MS) {
        this.#keep(key, known);
        return known.answer;
      }
    }
    const entry: Entry = { changes, at: now, answer: make(), size: UNMADE };
    this.#keep(key, entry);
    entry.answer.then(
      (made) => this.#made(key, entry, made),
      () => this.#made(key, entry, null),
    );
    return entry.answer;
  }

  /** What was not found costs little to say again, and addresses can be made up without end. */
  #made(key: string, entry: Entry, made: Answered | null): void {
    if (this.#kept.get(key) !== entry) return;
    this.#forget(key, entry);
    if (made === null || 'redirect' in made || made.status !== undefined) return;
    entry.size = made.bytes.length + key.length;
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
