import { type Kysely, sql } from 'kysely';

/** How many people were in a block, where the teller counted them beside the hands. */
const statements = ['alter table block_counts add column people integer'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
