import { sql } from 'kysely';
import type { Store } from './open-store.ts';

/** An act by which a body has answered a consultation, sealed or not. */
export interface AnswerRow {
  readonly origin: string;
  readonly index: number;
}

/**
 * Which books say that they answer this consultation, and by which acts, in any order. A name in JSON as canonical
 * leaves have it: a quotation mark inside a string is written with a backslash, so that no text can look like one.
 */
export async function answersTo(store: Store, book: string, index: number): Promise<readonly AnswerRow[]> {
  const named = `{"book":${JSON.stringify(book)},"index":${index}}`;
  const { rows } = await sql<AnswerRow>`
    select origin, index from acts where act = 'ConsultationAnswered'
      and substring(encode(entry, 'escape') from '"consultation":({"book":"[^"]*","index":[0-9]+})') = ${named}`.execute(
    store.db,
  );
  return rows;
}

/** The act by which each of these bodies was founded, of those whose books are here. */
export async function foundingsOf(
  store: Store,
  origins: readonly string[],
): Promise<readonly { readonly origin: string; readonly entry: Buffer }[]> {
  // The list is that of the index of the acts that enrol keys (migration 0007): without it the index is not used.
  const { rows } = await sql<{ origin: string; entry: Buffer }>`
    select distinct on (origin) origin, entry from acts
      where act = 'BodyFounded' and origin = any(${[...origins]}::text[]) order by origin, index`.execute(store.db);
  return rows;
}
