// A node's log of all its books' heads, and the outside witnesses that cosign it (DESIGN section 4, Heads).
import { appendLeaf, base64Encode, type CompactRange, EMPTY_RANGE, leafHash, rootOf } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { Head } from './kept-book.ts';

const grown = (range: CompactRange, entry: string): CompactRange =>
  appendLeaf(range, leafHash(new TextEncoder().encode(entry), nodeCrypto), nodeCrypto);

const rootAt = (range: CompactRange): string => base64Encode(rootOf(range, nodeCrypto));

/** An entry for every committed head, in the order of the commits. */
export class HeadsLog {
  readonly entries: string[];
  #range: CompactRange;

  constructor(entries: readonly string[] = []) {
    this.entries = [...entries];
    this.#range = entries.reduce(grown, EMPTY_RANGE);
  }

  add({ origin, size, root }: Head): void {
    const entry = `${origin}\n${size}\n${root}`;
    this.entries.push(entry);
    this.#range = grown(this.#range, entry);
  }

  get root(): string {
    return rootAt(this.#range);
  }
}

/** Remembers for each log the last head that it cosigned, and cosigns only what goes on from that. */
export class Witness {
  readonly #seen = new Map<string, CompactRange>();

  cosign(name: string, log: HeadsLog): 'cosigned' | 'has seen more' | 'has seen another' {
    const seen = this.#seen.get(name) ?? EMPTY_RANGE;
    if (log.entries.length < seen.size) return 'has seen more';
    const range = log.entries.slice(seen.size).reduce(grown, seen);
    if (rootAt(range) !== log.root) return 'has seen another';
    this.#seen.set(name, range);
    return 'cosigned';
  }
}
