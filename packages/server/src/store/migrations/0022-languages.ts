import { type Kysely, sql } from 'kysely';

/**
 * Languages that are added while the node runs (decision 0016). `draft` and `reviewed` are JSON: what somebody proposes, and what
 * everybody reads meanwhile. A voice is encrypted: it tells whose it is.
 */
const statements = [
  `create table languages (tag text primary key, head text not null)`,
  `create table language_strings (
    tag text not null,
    source text not null,
    draft text,
    reviewed text,
    primary key (tag, source)
  )`,
  `create table language_voices (
    tag text not null,
    source text not null,
    media_type text not null,
    by text not null,
    reviewed boolean not null,
    content bytea not null,
    primary key (tag, source)
  )`,
  `create table translators (
    id text primary key,
    tag text not null,
    may text not null,
    named text not null,
    token bytea not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
