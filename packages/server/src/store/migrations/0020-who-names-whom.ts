import { type Kysely, sql } from 'kysely';

/**
 * A body is told which others have asked to belong to it or have witnessed its founding, and of any body it is said who claims the
 * same as another: what stands in other books, found by whom it names.
 */
const statements = [
  `create index p_entries_named on p_entries (kind, key) where kind in ('requests', 'foundingsWitnessed')`,
  `create index p_entries_disputes on p_entries (origin) where kind = 'disputes'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
