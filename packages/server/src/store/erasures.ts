import { sql } from 'kysely';
import type { Store } from './open-store.ts';

/**
 * Deletes what acts of a book (or of all books) have withdrawn and is still here: a mirror that had pulled it before, a
 * vault restored from a backup that is older than the erasure. Returns how many.
 */
export async function deleteWithdrawn(store: Pick<Store, 'db'>, origin?: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from disclosures d
    using (select origin, convert_from(entry, 'UTF8')::jsonb -> 'data' as data from acts
           where act = 'ErasureRecorded' and ${origin === undefined ? sql`true` : sql`origin = ${origin}`}) e
    where d.origin = e.origin and d.index::text = e.data ->> 'index' and d.slot = e.data ->> 'slot'`.execute(store.db);
  return Number(numAffectedRows ?? 0n);
}
