import { type Kysely, sql } from 'kysely';

const statements = [
  // Who supports that the body sits on these matters; deleted as soon as enough do.
  `create table demands (
    origin text not null,
    demand text not null,
    since bigint not null,
    holder text not null,
    at text not null,
    primary key (origin, demand, since, holder)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
