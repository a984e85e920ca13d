import type { Store } from './open-store.ts';
import type { ActsTable } from './schema.ts';

/** Acts from `from` on, in order, below `to`. Asked by every page. */
export async function readActs(store: Store, origin: string, from: number, to: number): Promise<ActsTable[]> {
  const { rows } = await store.reads.query<ActsTable>({
    name: 'read acts',
    text: 'select * from acts where origin = $1 and index >= $2 and index < $3 order by index',
    values: [origin, from, to],
  });
  return rows;
}

export async function readActsAt(store: Store, origin: string, indexes: readonly number[]): Promise<ActsTable[]> {
  const { rows } = await store.reads.query<ActsTable>({
    name: 'read acts at',
    text: 'select * from acts where origin = $1 and index = any($2::bigint[])',
    values: [origin, indexes],
  });
  return rows;
}

/** The newest acts of those types below `to`, the last one first. */
export const readActsOf = (store: Store, origin: string, acts: readonly string[], to: number, most: number) =>
  store.db
    .selectFrom('acts')
    .selectAll()
    .where('origin', '=', origin)
    .where('index', '<', to)
    .where('act', 'in', [...acts])
    .orderBy('index', 'desc')
    .limit(most)
    .execute();

/** Entries of that code in books of one kind. */
export const readActsByCode = (store: Store, kind: 'body' | 'heads', code: string): Promise<ActsTable[]> =>
  store.db
    .selectFrom('acts')
    .innerJoin('books', 'books.origin', 'acts.origin')
    .selectAll('acts')
    .where('code', '=', code)
    .where('kind', '=', kind)
    .orderBy('acts.origin')
    .orderBy('index')
    .execute();

const PAGE = 1_000;

/** The entries' bytes from `from` to below `to`, a page at a time. */
export async function* readEntries(store: Store, origin: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += PAGE) {
    const rows = await store.db
      .selectFrom('acts')
      .select('entry')
      .where('origin', '=', origin)
      .where('index', '>=', at)
      .where('index', '<', Math.min(to, at + PAGE))
      .orderBy('index')
      .execute();
    for (const row of rows) yield row.entry;
  }
}
