import { type Kysely, sql } from 'kysely';

/** The index of 0004 with the acts by which a key leaves its office. */
const statements = [
  'drop index acts_enrolling',
  `create index acts_enrolling on acts (origin, index)
    where act in
      ('BodyFounded', 'BodyProven', 'OfficersElected', 'OfficerKeyReplaced', 'OfficerRecalled', 'OfficerResigned')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
