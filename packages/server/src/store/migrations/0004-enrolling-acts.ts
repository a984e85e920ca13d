import { type Kysely, sql } from 'kysely';

/**
 * The few acts that say whose keys seal, and that a founding is proven: credentials and each pull of another node's book
 * ask for them, and must not read the whole book for it. `readActsOfTypes` names them.
 */
const statements = [
  `create index acts_enrolling on acts (origin, index)
    where act in ('BodyFounded', 'BodyProven', 'OfficersElected', 'OfficerKeyReplaced')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
