import type { Json } from '@cabildo/book';
import { type Cipher, placeOf } from '../cipher.ts';
import type { Row } from '../insert.ts';
import type { Store } from '../open-store.ts';
import type { Audience } from '../schema.ts';

/** What was disclosed in a slot, with the salt (base64) that opens its commitment. */
export interface Disclosed {
  readonly salt: string;
  readonly disclosure: Json;
}

export interface DisclosedSlot extends Disclosed {
  readonly index: number;
  readonly slot: string;
  readonly audience: Audience;
}

const placeOfSlot = (origin: string, index: number, slot: string): string =>
  placeOf('disclosures', origin, index, slot);

export function disclosureRow(cipher: Cipher, origin: string, disclosed: DisclosedSlot): Row {
  const { index, slot, audience, salt, disclosure } = disclosed;
  const content = cipher.seal(placeOfSlot(origin, index, slot), JSON.stringify({ salt, disclosure }));
  return [origin, index, slot, audience, content];
}

interface DisclosureRow {
  readonly index: number;
  readonly slot: string;
  readonly audience: Audience;
  readonly content: Buffer;
}

/** Disclosures of the acts [from, to). */
export async function readDisclosures(
  store: Store,
  origin: string,
  from: number,
  to: number,
): Promise<DisclosedSlot[]> {
  const { rows } = await store.reads.query<DisclosureRow>({
    name: 'read disclosures',
    text: `select index, slot, audience, content from disclosures
      where origin = $1 and index >= $2 and index < $3 order by index, slot`,
    values: [origin, from, to],
  });
  return rows.map(({ index, slot, audience, content }) => ({
    index,
    slot,
    audience,
    ...(JSON.parse(store.cipher.open(placeOfSlot(origin, index, slot), content).toString('utf8')) as Disclosed),
  }));
}

/** Texts of motions, or names of candidates, that everybody may read, by act; what was withdrawn is not there. */
export async function readPublicTexts(
  store: Store,
  origin: string,
  indexes: readonly number[],
  slot: 'text' | 'name' = 'text',
): Promise<ReadonlyMap<number, string>> {
  if (indexes.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('disclosures')
    .select(['index', 'content'])
    .where('origin', '=', origin)
    .where('index', 'in', indexes)
    .where('slot', '=', slot)
    .where('audience', '=', 'public')
    .execute();
  const texts = new Map<number, string>();
  for (const { index, content } of rows) {
    const opened = store.cipher.open(placeOfSlot(origin, index, slot), content).toString('utf8');
    const { disclosure } = JSON.parse(opened) as Disclosed;
    if (typeof disclosure === 'string') texts.set(index, disclosure);
  }
  return texts;
}

/** What lies beside the acts of a book in slots of these names, for these readers: act → slot → words. */
export async function readNamedSlots(
  store: Store,
  origin: string,
  slots: readonly string[],
  audiences: readonly Audience[],
): Promise<ReadonlyMap<number, Readonly<Record<string, string>>>> {
  const rows = await store.db
    .selectFrom('disclosures')
    .select(['index', 'slot', 'content'])
    .where('origin', '=', origin)
    .where('slot', 'in', slots)
    .where('audience', 'in', audiences)
    .execute();
  const found = new Map<number, Readonly<Record<string, string>>>();
  for (const { index, slot, content } of rows) {
    const opened = store.cipher.open(placeOfSlot(origin, index, slot), content).toString('utf8');
    const { disclosure } = JSON.parse(opened) as Disclosed;
    if (typeof disclosure === 'string') found.set(index, { ...found.get(index), [slot]: disclosure });
  }
  return found;
}

export async function hasDisclosure(store: Store, origin: string, index: number, slot: string): Promise<boolean> {
  const row = await store.db
    .selectFrom('disclosures')
    .select('index')
    .where('origin', '=', origin)
    .where('index', '=', index)
    .where('slot', '=', slot)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findAttachment(
  store: Store,
  origin: string,
  sha256: Uint8Array,
): Promise<{ mediaType: string; content: Buffer } | undefined> {
  const { rows } = await store.reads.query<{ mediaType: string; content: Buffer }>({
    name: 'find attachment',
    text: 'select media_type as "mediaType", content from attachments where origin = $1 and sha256 = $2',
    values: [origin, Buffer.from(sha256)],
  });
  return rows[0];
}
