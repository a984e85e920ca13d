import { CompiledQuery, sql } from 'kysely';
import type { Store } from './open-store.ts';

/** Roots of full subtrees, made anew from the acts. */
export async function insertTreeHashes(
  store: Pick<Store, 'db'>,
  origin: string,
  subtrees: readonly { readonly level: number; readonly index: number; readonly hash: Uint8Array }[],
): Promise<void> {
  if (subtrees.length === 0) return;
  await sql`insert into tree_hashes (origin, level, index, hash)
    select ${origin}, * from unnest(${subtrees.map(({ level }) => level)}::smallint[],
      ${subtrees.map(({ index }) => index)}::bigint[], ${subtrees.map(({ hash }) => Buffer.from(hash))}::bytea[])`.execute(
    store.db,
  );
}

/** Closes the node's own books for writing, save those that were closed for a reason of their own. */
export async function closeOwnBooks(store: Pick<Store, 'db'>, reason: string): Promise<string[]> {
  const rows = await store.db
    .updateTable('books')
    .set({ read_only: reason })
    .where('remote', '=', false)
    .where('read_only', 'is', null)
    .returning('origin')
    .execute();
  return rows.map(({ origin }) => origin).sort();
}

/** What is read and written within that transaction, the prepared questions too: nobody else sees yet what it has restored. */
export function storeWithin(db: Store['db']): Store {
  const query = ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) =>
    db.executeQuery(CompiledQuery.raw(text, [...values]));
  return { db, reads: { query } } as unknown as Store;
}
