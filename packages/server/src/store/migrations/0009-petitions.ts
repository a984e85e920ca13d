import { type Kysely, sql } from 'kysely';

/** What tellers have found on the lists of a petition, as `presence_counts`: no signature, no name. */
const statements = [
  `create table petition_counts (
    origin text not null,
    petition bigint not null,
    round integer not null,
    teller text not null,
    signatures integer not null,
    primary key (origin, petition, round, teller)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
