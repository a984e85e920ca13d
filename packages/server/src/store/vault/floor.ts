import type { FloorEntry } from '@cabildo/core';
import { type Cipher, placeOf } from '../cipher.ts';
import type { Row } from '../insert.ts';
import type { Store } from '../open-store.ts';

const place = (origin: string, sitting: number, number: number): string =>
  placeOf('floor_entries', origin, sitting, number);

export const floorRow = (cipher: Cipher, origin: string, sitting: number, number: number, entry: FloorEntry): Row => [
  origin,
  sitting,
  number,
  cipher.seal(place(origin, sitting, number), JSON.stringify(entry)),
];

/** What has happened on a sitting’s lists of speakers, in its order. */
export async function readFloor(store: Store, origin: string, sitting: number): Promise<FloorEntry[]> {
  const rows = await store.db
    .selectFrom('floor_entries')
    .select(['number', 'entry'])
    .where('origin', '=', origin)
    .where('sitting', '=', sitting)
    .orderBy('number')
    .execute();
  return rows.map(({ number, entry }) => {
    const opened = store.cipher.open(place(origin, sitting, number), entry);
    return JSON.parse(opened.toString('utf8')) as FloorEntry;
  });
}
