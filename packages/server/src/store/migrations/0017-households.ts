import { type Kysely, sql } from 'kysely';

/** With whom a member lives: whoever of the household was enrolled first, by the same random identifier. */
const statements = ['alter table members add column household text'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
