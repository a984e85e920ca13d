import type { LanguageHead } from '@cabildo/core';
import { placeOf } from './cipher.ts';
import type { Store } from './open-store.ts';
import type { TranslatorsTable } from './schema.ts';

export interface KeptString {
  readonly tag: string;
  readonly source: string;
  /** JSON, as `app/languages` writes it. */
  readonly draft: string | null;
  readonly reviewed: string | null;
}

export type Translator = Readonly<TranslatorsTable>;

export interface VoiceAbout {
  readonly tag: string;
  readonly source: string;
  readonly mediaType: string;
  readonly by: string;
  readonly reviewed: boolean;
}

export async function readLanguages(store: Store): Promise<{
  readonly heads: readonly LanguageHead[];
  readonly strings: readonly KeptString[];
  readonly voices: readonly VoiceAbout[];
  readonly translators: readonly Translator[];
}> {
  const [heads, strings, voices, translators] = await Promise.all([
    store.db.selectFrom('languages').selectAll().execute(),
    store.db.selectFrom('language_strings').selectAll().execute(),
    store.db
      .selectFrom('language_voices')
      .select(['tag', 'source', 'media_type as mediaType', 'by', 'reviewed'])
      .execute(),
    store.db.selectFrom('translators').selectAll().execute(),
  ]);
  return { heads: heads.map(({ head }) => JSON.parse(head) as LanguageHead), strings, voices, translators };
}

export async function writeLanguage(store: Store, head: LanguageHead): Promise<void> {
  const row = { head: JSON.stringify(head) };
  await store.db
    .insertInto('languages')
    .values({ tag: head.tag, ...row })
    .onConflict((conflict) => conflict.column('tag').doUpdateSet(row))
    .execute();
}

/** All or none. */
export async function writeStrings(store: Store, strings: readonly KeptString[]): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    for (const { draft, reviewed, ...key } of strings)
      await transaction
        .insertInto('language_strings')
        .values({ ...key, draft, reviewed })
        .onConflict((conflict) => conflict.columns(['tag', 'source']).doUpdateSet({ draft, reviewed }))
        .execute();
  });
}

/** In the row of whoever was invited so; false where somebody else has taken the invitation. */
export async function writeTranslator(store: Store, translator: Translator): Promise<boolean> {
  const made = await store.db
    .insertInto('translators')
    .values({ ...translator })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const placeOfVoice = (tag: string, source: string): string => placeOf('language_voices', tag, source);

export async function writeVoice(store: Store, about: VoiceAbout, content: Uint8Array): Promise<void> {
  const { tag, source, mediaType, by, reviewed } = about;
  const row = { media_type: mediaType, by, reviewed, content: store.cipher.seal(placeOfVoice(tag, source), content) };
  await store.db
    .insertInto('language_voices')
    .values({ tag, source, ...row })
    .onConflict((conflict) => conflict.columns(['tag', 'source']).doUpdateSet(row))
    .execute();
}

export async function approveVoice(store: Store, tag: string, source: string): Promise<void> {
  await store.db
    .updateTable('language_voices')
    .set({ reviewed: true })
    .where('tag', '=', tag)
    .where('source', '=', source)
    .execute();
}

export async function readVoice(store: Store, tag: string, source: string): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('language_voices')
    .select('content')
    .where('tag', '=', tag)
    .where('source', '=', source)
    .executeTakeFirst();
  return row === undefined ? null : store.cipher.open(placeOfVoice(tag, source), row.content);
}

export async function deleteVoice(store: Store, tag: string, source: string): Promise<void> {
  await store.db.deleteFrom('language_voices').where('tag', '=', tag).where('source', '=', source).execute();
}
