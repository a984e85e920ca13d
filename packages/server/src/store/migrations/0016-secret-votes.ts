import { type Kysely, sql } from 'kysely';

/**
 * Secret votes. `secret_files` and the board are public; messages of trustees and ballots that wait are encrypted. A ballot that waits
 * has neither time nor number of arrival: `nth` only counts those of one credential, of which the last one counts. The board grows by
 * whole pieces, each with the head after it, and lists every ballot once.
 */
const statements = [
  `create table secret_elections (
    election text primary key,
    origin text not null,
    motion bigint not null,
    dropped boolean not null default false,
    prepared text not null,
    setup text,
    tally text,
    result text
  )`,
  'create index secret_elections_of_motion on secret_elections (origin, motion)',
  `create table secret_files (
    election text not null,
    kind text not null,
    sha256 bytea not null,
    count integer,
    content bytea not null,
    primary key (election, kind)
  )`,
  'create index secret_files_by_hash on secret_files (sha256)',
  `create table trustee_messages (
    election text not null,
    seat integer not null,
    step text not null,
    message bytea not null,
    primary key (election, seat, step)
  )`,
  `create table waiting_ballots (
    election text not null,
    id bytea not null,
    nth integer not null,
    ballot bytea not null,
    primary key (election, id)
  )`,
  `create table board_pieces (
    election text not null,
    number integer not null,
    start bigint not null,
    head text not null,
    height integer not null,
    ballots integer not null,
    kind text not null,
    content bytea not null,
    primary key (election, number)
  )`,
  `create table board_ballots (
    election text not null,
    place integer not null,
    hash bytea not null,
    credential bytea not null,
    primary key (election, place),
    unique (election, hash)
  )`,
  'create index board_ballots_by_credential on board_ballots (election, credential)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
