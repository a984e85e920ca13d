import { type Kysely, sql } from 'kysely';

/**
 * `attendance.channel`: how somebody who is there votes. `card_counts` and `urn_counts`: what tellers have entered, as
 * `block_counts`; `mandate` is JSON, the instruction that the card was held against and the acts that establish it.
 */
const statements = [
  `alter table attendance add column channel text not null default 'phone' check (channel in ('phone', 'card', 'paper'))`,
  `create table card_counts (
    origin text not null,
    vote bigint not null,
    below text not null,
    round integer not null,
    teller text not null,
    raised text not null,
    mandate text,
    primary key (origin, vote, below, round, teller)
  )`,
  `create table urn_counts (
    origin text not null,
    vote bigint not null,
    round integer not null,
    teller text not null,
    papers integer not null,
    yes integer not null,
    no integer not null,
    abstain integer not null,
    blank integer not null,
    spoilt integer not null,
    primary key (origin, vote, round, teller)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
