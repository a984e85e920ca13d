import { sql } from 'kysely';
import type { Store } from './open-store.ts';

export interface LoggedHead {
  readonly index: number;
  readonly entry: Buffer;
}

// An entry of the log of heads begins with the book's origin and a newline.
const bookOf = sql<string>`split_part(convert_from(entry, 'UTF8'), E'\\n', 1)`;

/** The newest entry about a book among the first `size` entries of a log of heads. */
export const findLoggedHead = (
  store: Store,
  heads: string,
  origin: string,
  size: number,
): Promise<LoggedHead | undefined> =>
  store.db
    .selectFrom('acts')
    .select(['index', 'entry'])
    .where('origin', '=', heads)
    .where('index', '<', size)
    .where(bookOf, '=', origin)
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The newest entry about each book. */
export async function lastLoggedHeads(store: Store, heads: string): Promise<LoggedHead[]> {
  const { rows } = await sql<LoggedHead>`
    select distinct on (${bookOf}) index, entry from acts where origin = ${heads}
    order by ${bookOf}, index desc`.execute(store.db);
  return rows;
}

/** Acts of these types below `to`, in order. */
export const readActsOfTypes = (
  store: Store,
  origin: string,
  types: readonly string[],
  to: number,
): Promise<{ index: number; act: string; entry: Buffer }[]> =>
  store.db
    .selectFrom('acts')
    .select(['index', 'act', 'entry'])
    .where('origin', '=', origin)
    .where('act', 'in', [...types])
    .where('index', '<', to)
    .orderBy('index')
    .execute();
