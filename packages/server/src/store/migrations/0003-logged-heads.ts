import { type Kysely, sql } from 'kysely';

/**
 * Entries of logs of heads by the book that they are about, the newest first: a log grows with every commit of every book
 * of its node, and the last head of one is asked for all the time. `logged-heads.ts` uses the same expression.
 */
const statements = [
  `create index acts_logged_heads on acts (origin, split_part(encode(entry, 'escape'), E'\\n', 1), index desc)
    where act = 'Head'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
