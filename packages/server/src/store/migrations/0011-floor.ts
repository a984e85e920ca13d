import { type Kysely, sql } from 'kysely';

/** What happens on a sitting's lists of speakers, one row after the other, encrypted: it says who spoke. */
const statements = [
  `create table floor_entries (
    origin text not null,
    sitting bigint not null,
    number integer not null,
    entry bytea not null,
    primary key (origin, sitting, number)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
