import { sql } from 'kysely';
import type { Store } from './open-store.ts';

/** One row of a projection; a null value deletes it. */
export interface EntryChange {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}

export interface ProjectionStep {
  readonly origin: string;
  readonly size: number;
  readonly changes: readonly EntryChange[];
  /** The book's rows are made anew. */
  readonly anew: boolean;
}

/** Several books' steps in one transaction. */
export async function writeProjections(store: Store, steps: readonly ProjectionStep[]): Promise<void> {
  const rows = steps.flatMap(({ origin, changes }) => changes.map((change) => ({ origin, ...change })));
  const kept = rows.filter((row) => row.value !== null);
  const gone = rows.filter((row) => row.value === null);
  const anew = steps.filter((step) => step.anew).map((step) => step.origin);
  await store.db.transaction().execute(async (tx) => {
    if (anew.length > 0) await tx.deleteFrom('p_entries').where('origin', 'in', anew).execute();
    if (gone.length > 0) {
      await sql`delete from p_entries e using unnest(${gone.map((r) => r.origin)}::text[], ${gone.map((r) => r.kind)}::text[],
        ${gone.map((r) => r.key)}::text[]) as g (origin, kind, key)
        where e.origin = g.origin and e.kind = g.kind and e.key = g.key`.execute(tx);
    }
    if (kept.length > 0) {
      await sql`insert into p_entries (origin, kind, key, value)
        select * from unnest(${kept.map((r) => r.origin)}::text[], ${kept.map((r) => r.kind)}::text[],
        ${kept.map((r) => r.key)}::text[], ${kept.map((r) => JSON.stringify(r.value))}::jsonb[])
        on conflict (origin, kind, key) do update set value = excluded.value`.execute(tx);
    }
    await sql`insert into p_positions (origin, size)
      select * from unnest(${steps.map((s) => s.origin)}::text[], ${steps.map((s) => s.size)}::bigint[])
      on conflict (origin) do update set size = excluded.size`.execute(tx);
  });
}

export const readPositions = (store: Store): Promise<{ origin: string; size: number }[]> =>
  store.db.selectFrom('p_positions').selectAll().execute();

/** Drops all projections. */
export async function dropProjections(store: Store): Promise<void> {
  await sql`truncate p_entries, p_positions`.execute(store.db);
}
