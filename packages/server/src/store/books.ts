import { type Selectable, sql } from 'kysely';
import type { Store } from './open-store.ts';
import type { BooksTable } from './schema.ts';

export type BookRow = Selectable<BooksTable>;

export async function findBook(store: Store, origin: string): Promise<BookRow | undefined> {
  const { rows } = await store.reads.query<BookRow>({
    name: 'find book',
    text: 'select * from books where origin = $1',
    values: [origin],
  });
  return rows[0];
}

/** All books, or these, without their keys and ranges. */
export function listBooks(
  store: Store,
  origins: readonly string[] | null = null,
): Promise<Omit<BookRow, 'signing_key' | 'range'>[]> {
  const all = store.db
    .selectFrom('books')
    .select(['origin', 'name', 'kind', 'remote', 'title', 'vkey', 'size', 'root', 'last_at', 'checkpoint'])
    .select(['read_only', 'source', 'predecessor', 'created_at'])
    .orderBy('origin');
  return (origins === null ? all : all.where(sql<boolean>`origin = any(${[...origins]}::text[])`)).execute();
}

export async function setReadOnly(store: Store, origin: string, reason: string | null): Promise<void> {
  await store.db.updateTable('books').set({ read_only: reason }).where('origin', '=', origin).execute();
}

export async function setSource(store: Store, origin: string, source: string | null): Promise<void> {
  await store.db.updateTable('books').set({ source }).where('origin', '=', origin).execute();
}
