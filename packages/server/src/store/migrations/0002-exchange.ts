import { type Kysely, sql } from 'kysely';

/**
 * `forks.evidence`: canonical JSON that proves the fork to anyone who has the book's key (`forks/<n>.json`).
 * `witnessed.note`: the last checkpoint that this node cosigned, with the log's signature and ours.
 */
const statements = ['alter table forks add column evidence text', 'alter table witnessed add column note text'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
