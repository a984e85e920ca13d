import { type Kysely, sql } from 'kysely';

/** The index of 0007 with the act that puts another key in the place of a lost one. */
const statements = [
  'drop index acts_enrolling',
  `create index acts_enrolling on acts (origin, index)
    where act in
      ('BodyFounded', 'BodyProven', 'OfficersElected', 'OfficerKeyReplaced', 'OfficerKeyRestored', 'OfficerRecalled',
       'OfficerResigned')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
