import { sql } from 'kysely';
import type { Store } from './open-store.ts';

export interface LoggedHead {
  readonly index: number;
  readonly entry: Buffer;
}

// An entry of the log of heads begins with the book's origin and a newline. As the index has it: an expression over bytes
// that depends on no encoding.
const BOOK = "split_part(encode(entry, 'escape'), E'\\n', 1)";
const bookOf = sql.raw(BOOK);

/** The newest entry about a book among the first `size` entries of a log of heads. */
export async function findLoggedHead(
  store: Store,
  heads: string,
  origin: string,
  size: number,
): Promise<LoggedHead | undefined> {
  const { rows } = await store.reads.query<LoggedHead>({
    name: 'find logged head',
    text: `select index, entry from acts where act = 'Head' and origin = $1 and index < $2
      and ${BOOK} = encode(convert_to($3, 'UTF8'), 'escape') order by ${BOOK}, index desc limit 1`,
    values: [heads, size, origin],
  });
  return rows[0];
}

/** The newest entry about each book, one step through the index for each of them. */
export async function lastLoggedHeads(store: Store, heads: string): Promise<LoggedHead[]> {
  const newest = sql`select ${bookOf} as book, index, entry from acts where act = 'Head' and origin = ${heads}`;
  const first = sql`order by ${bookOf}, index desc limit 1`;
  const { rows } = await sql<LoggedHead>`
    with recursive last as (
      (${newest} ${first})
      union all
      select next.* from last cross join lateral (${newest} and ${bookOf} > last.book ${first}) next
    )
    select index, entry from last`.execute(store.db);
  return rows;
}

/** Acts of these types below `to`, in order. There is an index for the few that enrol keys (migration 0004). */
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
