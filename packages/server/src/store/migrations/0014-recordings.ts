import { type Kysely, sql } from 'kysely';

/** A motion read aloud in a language of the hall. `content` is encrypted: a voice tells whose it is. */
const statements = [
  `create table recordings (
    origin text not null,
    motion bigint not null,
    language text not null,
    media_type text not null,
    at text not null,
    content bytea not null,
    primary key (origin, motion, language)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
