import { listBooks } from '../store/books.ts';
import type { Store } from '../store/open-store.ts';
import type { BookSummary } from './book-summary.ts';

/** All books that stand here, without asking for those again that have not changed: every page names some of them. */
export interface Shelf {
  /** In the order of their origins. */
  list(): Promise<readonly BookSummary[]>;
  /** The same by their origins. Goes on to say what is committed; another one as soon as there is another book. */
  byOrigin(): Promise<ReadonlyMap<string, BookSummary>>;
  /** Something of that book was written. */
  changed(origin: string): void;
  /** How often something was; with an origin, how often something had been when that book last changed, or any book began. */
  changes(origin?: string): number;
}

/** `alone`: nobody else writes; beside a running node each look is a new one. */
export function createShelf(store: Store, alone: boolean): Shelf {
  const changed = new Set<string>();
  const lastChanges = new Map<string, number>();
  let known = new Map<string, BookSummary>();
  let listed: readonly BookSummary[] | null = null;
  let changes = 0;
  let begun = 0;
  let whole = false;
  let last: Promise<unknown> = Promise.resolve();

  async function look(): Promise<ReadonlyMap<string, BookSummary>> {
    if (whole && alone && changed.size === 0) return known;
    const wanted = [...changed];
    changed.clear();
    try {
      const few = whole && alone;
      const found = (await listBooks(store, few ? wanted : null)).map(summaryOf);
      listed = null;
      if (few && found.every(({ origin }) => known.has(origin))) for (const book of found) known.set(book.origin, book);
      else known = inOrder(few ? [...known.values()] : [], found);
      whole = true;
    } catch (error) {
      for (const origin of wanted) changed.add(origin);
      throw error;
    }
    return known;
  }

  const byOrigin = (): Promise<ReadonlyMap<string, BookSummary>> => {
    const turn = last.then(look, look);
    last = turn;
    return turn;
  };

  return {
    async list() {
      const all = await byOrigin();
      listed ??= [...all.values()];
      return listed;
    },
    byOrigin,
    changed(origin) {
      changes += 1;
      changed.add(origin);
      lastChanges.set(origin, changes);
      // A book that had nothing in it yet: from now on other pages may name it, or mean it by the name of the one before it.
      if ((known.get(origin)?.size ?? 0) === 0) begun = changes;
    },
    changes: (origin) => (origin === undefined ? changes : Math.max(begun, lastChanges.get(origin) ?? 0)),
  };
}

function inOrder(some: readonly BookSummary[], others: readonly BookSummary[]): Map<string, BookSummary> {
  const all = [...new Map([...some, ...others].map((book) => [book.origin, book])).values()];
  return new Map(all.sort((a, b) => (a.origin < b.origin ? -1 : 1)).map((book) => [book.origin, book]));
}

const summaryOf = (row: Awaited<ReturnType<typeof listBooks>>[number]): BookSummary => {
  const { origin, name, kind, remote, title, vkey, size, source, predecessor } = row;
  return {
    origin,
    name,
    kind,
    remote,
    title,
    vkey,
    size,
    at: row.last_at,
    readOnly: row.read_only,
    source,
    predecessor,
  };
};
