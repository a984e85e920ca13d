import { type Kysely, sql } from 'kysely';

/** Papers of an election as a teller typed them, encrypted: of a small hall a ranking points to whoever cast it. */
const statements = [
  `create table ballot_files (
    origin text not null,
    vote bigint not null,
    contest integer not null,
    round integer not null,
    teller text not null,
    entry bytea not null,
    primary key (origin, vote, contest, round, teller)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
