import { placeOf } from '../cipher.ts';
import type { Store } from '../open-store.ts';

/** Which motion, and in which language it is read. */
export interface RecordingKey {
  readonly origin: string;
  readonly motion: number;
  readonly language: string;
}

export interface Recording {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface RecordingAbout {
  readonly language: string;
  readonly mediaType: string;
  readonly at: string;
}

const placeOfRecording = ({ origin, motion, language }: RecordingKey): string =>
  placeOf('recordings', origin, motion, language);

/** In the place of the one before it in that language. */
export async function writeRecording(
  store: Store,
  key: RecordingKey,
  { mediaType, content, at }: Recording & { readonly at: string },
): Promise<void> {
  const row = { media_type: mediaType, at, content: store.cipher.seal(placeOfRecording(key), content) };
  await store.db
    .insertInto('recordings')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['origin', 'motion', 'language']).doUpdateSet(row))
    .execute();
}

export async function readRecording(store: Store, key: RecordingKey): Promise<Recording | null> {
  const row = await store.db
    .selectFrom('recordings')
    .select(['media_type', 'content'])
    .where('origin', '=', key.origin)
    .where('motion', '=', key.motion)
    .where('language', '=', key.language)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { mediaType: row.media_type, content: store.cipher.open(placeOfRecording(key), row.content) };
}

export const listRecordings = (store: Store, origin: string, motion: number): Promise<RecordingAbout[]> =>
  store.db
    .selectFrom('recordings')
    .select(['language', 'media_type as mediaType', 'at'])
    .where('origin', '=', origin)
    .where('motion', '=', motion)
    .orderBy('language')
    .execute();

/** Of these motions those that were read aloud, in whatever language. */
export async function motionsRecorded(store: Store, origin: string, motions: readonly number[]): Promise<number[]> {
  const rows = await store.db
    .selectFrom('recordings')
    .select('motion')
    .distinct()
    .where('origin', '=', origin)
    .where('motion', 'in', motions)
    .orderBy('motion')
    .execute();
  return rows.map(({ motion }) => Number(motion));
}

export async function deleteRecording(store: Store, { origin, motion, language }: RecordingKey): Promise<boolean> {
  const gone = await store.db
    .deleteFrom('recordings')
    .where('origin', '=', origin)
    .where('motion', '=', motion)
    .where('language', '=', language)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** All of a motion, in whatever language. */
export async function deleteRecordings(store: Store, origin: string, motion: number): Promise<void> {
  await store.db.deleteFrom('recordings').where('origin', '=', origin).where('motion', '=', motion).execute();
}
