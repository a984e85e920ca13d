import { type Kysely, sql } from 'kysely';

/** `sessions.key`: the public key that the phone gave at sign-in, in base64; null of a client that gave none. */
const statements = ['alter table sessions add column key text'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
