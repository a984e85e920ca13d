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

/** In which of these sittings somebody is checked in. */
export const attendedBy = async (
  store: Store,
  origin: string,
  sittings: readonly number[],
  holder: string,
): Promise<ReadonlySet<number>> => {
  if (sittings.length === 0) return new Set();
  const rows = await store.db
    .selectFrom('attendance')
    .select('sitting')
    .where('origin', '=', origin)
    .where('sitting', 'in', sittings)
    .where('holder', '=', holder)
    .execute();
  return new Set(rows.map(({ sitting }) => sitting));
};

export const readPresenceCounts = (
  store: Store,
  origin: string,
  sitting: number,
  round: number,
): Promise<{ teller: string; present: number }[]> =>
  store.db
    .selectFrom('presence_counts')
    .select(['teller', 'present'])
    .where('origin', '=', origin)
    .where('sitting', '=', sitting)
    .where('round', '=', round)
    .orderBy('teller')
    .execute();

export const readBlockCounts = (
  store: Store,
  origin: string,
  vote: number,
  block: string,
  round: number,
): Promise<{ teller: string; yes: number; no: number; abstain: number }[]> =>
  store.db
    .selectFrom('block_counts')
    .select(['teller', 'yes', 'no', 'abstain'])
    .where('origin', '=', origin)
    .where('vote', '=', vote)
    .where('block', '=', block)
    .where('round', '=', round)
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
