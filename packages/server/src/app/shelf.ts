import { listBooks } from '../store/books.ts';
import type { Store } from '../store/open-store.ts';
import type { BookSummary } from './book-summary.ts';

/** All books that stand here, without asking for those again that have not changed: every page names some of them. */
export interface Shelf {
  /** In the order of their origins. */
  list(): Promise<readonly BookSummary[]>;
  /** Something of that book was written. */
  changed(origin: string): void;
  /** How often something was. */
  changes(): number;
}

/** `alone`: nobody else writes; beside a running node each look is a new one. */
export function createShelf(store: Store, alone: boolean): Shelf {
  const known = new Map<string, BookSummary>();
  const changed = new Set<string>();
  let changes = 0;
  let whole = false;
  let listed: readonly BookSummary[] = [];
  let last: Promise<unknown> = Promise.resolve();

  async function look(): Promise<readonly BookSummary[]> {
    if (whole && alone && changed.size === 0) return listed;
    const wanted = [...changed];
    changed.clear();
    try {
      const rows = await listBooks(store, whole && alone ? wanted : null);
      if (!whole || !alone) known.clear();
      for (const row of rows) known.set(row.origin, summaryOf(row));
      whole = true;
    } catch (error) {
      for (const origin of wanted) changed.add(origin);
      throw error;
    }
    listed = [...known.values()].sort((a, b) => (a.origin < b.origin ? -1 : 1));
    return listed;
  }

  return {
    list() {
      const turn = last.then(look, look);
      last = turn;
      return turn;
    },
    changed(origin) {
      changes += 1;
      changed.add(origin);
    },
    changes: () => changes,
  };
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
