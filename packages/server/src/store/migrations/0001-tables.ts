import { type Kysely, sql } from 'kysely';

/**
 * All tables. Times are RFC 3339 text to the second, as in the books, so that a node's clock and not the
 * database's decides. No foreign keys: a book has one writer, and a look-up for each row of each append would buy nothing. Columns that hold what must not be read from a stolen disk are `bytea` made by `cipher.ts`; they are
 * marked "encrypted".
 */
const statements = [
  // Keys of the node itself: the HMAC key of cards and sessions, the witness's signing key, a known value that
  // shows a wrong vault key at once. `value` is encrypted.
  `create table node_keys (
    name text primary key,
    value bytea not null
  )`,

  // `name` is how this node calls the book in its addresses; a mirror is called by its origin. `signing_key` is encrypted
  // and null for a book whose writer is another node. `range` is the compact range: 32 bytes for each set bit of size.
  `create table books (
    origin text primary key,
    name text not null unique,
    kind text not null check (kind in ('body', 'heads')),
    remote boolean not null,
    title text not null,
    vkey text not null,
    signing_key bytea,
    size bigint not null default 0,
    root bytea not null,
    range bytea not null,
    last_at text not null default '1970-01-01T00:00:00Z',
    checkpoint text,
    read_only text,
    source text,
    predecessor text,
    created_at text not null,
    check (remote = (signing_key is null))
  )`,
  `create table acts (
    origin text not null,
    index bigint not null,
    act text not null,
    at text not null,
    code text not null,
    leaf bytea not null,
    entry bytea not null,
    received_at text not null,
    primary key (origin, index)
  )`,
  'create index acts_code on acts (code)',
  // Roots of full subtrees of 256^level leaves; level 0 is acts.leaf.
  `create table tree_hashes (
    origin text not null,
    level smallint not null check (level >= 1),
    index bigint not null,
    hash bytea not null,
    primary key (origin, level, index)
  )`,
  `create table attachments (
    origin text not null,
    sha256 bytea not null,
    media_type text not null,
    content bytea not null,
    primary key (origin, sha256)
  )`,
  // Cosignatures by witnesses on heads of `origin`, as signature lines of the note.
  `create table cosignatures (
    origin text not null,
    size bigint not null,
    witness text not null,
    line text not null,
    time bigint not null,
    primary key (origin, size, witness)
  )`,
  // What this node, as a witness, has last signed for a log: it never signs two that cannot both be true.
  `create table witnessed (
    origin text primary key,
    vkey text not null,
    size bigint not null,
    root bytea not null
  )`,
  // Two signed heads that cannot both be true.
  `create table forks (
    origin text not null,
    number integer not null,
    held text not null,
    seen text not null,
    found_at text not null,
    primary key (origin, number)
  )`,

  // --- the vault ---------------------------------------------------------------------------------------------------
  // `name` is encrypted.
  `create table members (
    origin text not null,
    member text not null,
    name bytea not null,
    enrolled_at text not null,
    primary key (origin, member)
  )`,
  // `card` is an HMAC. `holder` is what older cards are voided by: a member, or a seat; `person` is who holds it.
  // `used_by` is the HMAC of the token that the card was exchanged for.
  `create table cards (
    card bytea primary key,
    origin text not null,
    holder text not null,
    person text not null,
    issued_at text not null,
    void boolean not null default false,
    used_by bytea
  )`,
  'create index cards_holder on cards (origin, holder)',
  `create table sessions (
    token bytea primary key,
    origin text not null,
    holder text not null,
    person text not null,
    since text not null
  )`,
  'create index sessions_holder on sessions (origin, holder)',
  // `as_of` is how long the book was: a vote's electorate is who was there when it opened.
  `create table attendance (
    origin text not null,
    sitting bigint not null,
    holder text not null,
    as_of bigint not null,
    at text not null,
    primary key (origin, sitting, holder)
  )`,
  `create table presence_counts (
    origin text not null,
    sitting bigint not null,
    round integer not null,
    teller text not null,
    present integer not null,
    primary key (origin, sitting, round, teller)
  )`,
  `create table block_counts (
    origin text not null,
    vote bigint not null,
    block text not null,
    round integer not null,
    teller text not null,
    yes integer not null,
    no integer not null,
    abstain integer not null,
    primary key (origin, vote, block, round, teller)
  )`,
  // `ballot` is encrypted: choice, salt of its commitment, and the mandate that it was checked against. A seat that
  // changed hands while the vote was open has one row for each holder; the core says which one counts.
  `create table ballots (
    origin text not null,
    vote bigint not null,
    voter text not null,
    holder text not null,
    number bigint generated always as identity,
    ballot bytea not null,
    primary key (origin, vote, voter, holder)
  )`,
  // Frozen rolls and electorates, and what a closed vote counted: the salted list behind a root that an act names.
  // `list` is encrypted.
  `create table frozen_lists (
    origin text not null,
    root bytea not null,
    list bytea not null,
    primary key (origin, root)
  )`,
  `create table signatures (
    origin text not null,
    index bigint not null,
    office text not null,
    key text not null,
    signature text not null,
    primary key (origin, index, office, key)
  )`,
  // `content` is encrypted: the salt and what was disclosed.
  `create table disclosures (
    origin text not null,
    index bigint not null,
    slot text not null,
    audience text not null check (audience in ('public', 'members', 'officers')),
    content bytea not null,
    primary key (origin, index, slot)
  )`,
  // `answer` is encrypted: it may hold a card's secret. `origin` is '' for what concerns no book yet.
  `create table idempotency (
    origin text not null,
    principal text not null,
    key text not null,
    request bytea not null,
    answer bytea not null,
    at text not null,
    primary key (origin, principal, key)
  )`,
  'create index idempotency_at on idempotency (at)',

  // Undoes the statement that it stands in unless the book was where its writer believes it to be.
  `create function must_be_one(books bigint) returns void language plpgsql as $$
  begin
    if books <> 1 then raise exception 'the book is not at that size' using errcode = 'CB001'; end if;
  end $$`,

  // --- projections: dropped and rebuilt at will -----------------------------------------------------------------------
  `create table p_entries (
    origin text not null,
    kind text not null,
    key text not null,
    value jsonb not null,
    primary key (origin, kind, key)
  )`,
  `create table p_positions (
    origin text primary key,
    size bigint not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
