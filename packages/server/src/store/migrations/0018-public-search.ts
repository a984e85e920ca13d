import { type Kysely, sql } from 'kysely';

/**
 * Public pages ask all books at once: who belongs to whom, and which resolutions and measures have those words in their
 * titles. `directory.ts` uses the same expression.
 */
const statements = [
  `create index p_entries_places on p_entries (origin) where kind in ('body', 'affiliates')`,
  `create index p_entries_titles on p_entries using gin (to_tsvector('simple',
    translate(lower(coalesce(value ->> 'title', value ->> 'what')), 'áàâäéèêëíìîïóòôöúùûüñ', 'aaaaeeeeiiiioooouuuun')))
    where kind in ('resolutions', 'measures')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
