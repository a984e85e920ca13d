import { type Kysely, sql } from 'kysely';

/**
 * Answers to a consultation by the consultation that they answer: its close asks which of ten thousand books hold one.
 * `answers.ts` uses the same expression.
 */
const statements = [
  `create index acts_consultation_answers
    on acts (substring(encode(entry, 'escape') from '"consultation":({"book":"[^"]*","index":[0-9]+})'))
    where act = 'ConsultationAnswered'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
