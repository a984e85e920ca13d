import { type Kysely, sql } from 'kysely';

/** How many of an item people have counted at a depot, as `presence_counts`: hidden until enough have. */
const statements = [
  `create table stock_counts (
    origin text not null,
    site bigint not null,
    item bigint not null,
    round integer not null,
    teller text not null,
    found integer not null,
    primary key (origin, site, item, round, teller)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
