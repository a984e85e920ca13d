import type { BlockEntry, DemandEntry, PresenceEntry } from '@cabildo/core';
import type { Store } from '../open-store.ts';

/** Who is checked in to a sitting, with the book's length at that moment. */
export const readAttendance = (
  store: Store,
  origin: string,
  sitting: number,
): Promise<{ holder: string; asOf: number }[]> =>
  store.db
    .selectFrom('attendance')
    .select(['holder', 'as_of as asOf'])
    .where('origin', '=', origin)
    .where('sitting', '=', sitting)
    .orderBy('holder')
    .execute();

/** Who supports a sitting on these matters, since when. */
export const readDemand = (store: Store, origin: string, demand: string, since: number): Promise<DemandEntry[]> =>
  store.db
    .selectFrom('demands')
    .select(['holder', 'at'])
    .where('origin', '=', origin)
    .where('demand', '=', demand)
    .where('since', '=', since)
    .orderBy('holder')
    .execute();

/** In which of these sittings somebody is checked in, each with the book's length at that moment. */
export const attendedBy = async (
  store: Store,
  origin: string,
  sittings: readonly number[],
  holder: string,
): Promise<ReadonlyMap<number, number>> => {
  if (sittings.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('attendance')
    .select(['sitting', 'as_of as asOf'])
    .where('origin', '=', origin)
    .where('sitting', 'in', sittings)
    .where('holder', '=', holder)
    .execute();
  return new Map(rows.map(({ sitting, asOf }) => [sitting, asOf]));
};

export const readPresenceCounts = (store: Store, origin: string, sitting: number): Promise<PresenceEntry[]> =>
  store.db
    .selectFrom('presence_counts')
    .select(['round', 'teller', 'present'])
    .where('origin', '=', origin)
    .where('sitting', '=', sitting)
    .orderBy('round')
    .orderBy('teller')
    .execute();

/** Of all blocks and rounds of a vote. */
export const readBlockCounts = (store: Store, origin: string, vote: number): Promise<BlockEntry[]> =>
  store.db
    .selectFrom('block_counts')
    .select(['block', 'round', 'teller', 'yes', 'no', 'abstain'])
    .where('origin', '=', origin)
    .where('vote', '=', vote)
    .orderBy('block')
    .orderBy('round')
    .orderBy('teller')
    .execute();

export const readSignatures = (
  store: Store,
  origin: string,
  index: number,
): Promise<{ office: string; key: string; signature: string }[]> =>
  store.db
    .selectFrom('signatures')
    .select(['office', 'key', 'signature'])
    .where('origin', '=', origin)
    .where('index', '=', index)
    .orderBy('office')
    .orderBy('key')
    .execute();
