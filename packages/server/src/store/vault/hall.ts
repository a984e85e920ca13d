import type {
  BlockEntry,
  CardEntry,
  Channel,
  DemandEntry,
  PetitionEntry,
  PresenceEntry,
  StockEntry,
  UrnEntry,
} from '@cabildo/core';
import type { Store } from '../open-store.ts';

/** Who is checked in to a sitting, with the channel of their votes and the book's length at that moment. */
export const readAttendance = (
  store: Store,
  origin: string,
  sitting: number,
): Promise<{ holder: string; asOf: number; channel: Channel }[]> =>
  store.db
    .selectFrom('attendance')
    .select(['holder', 'as_of as asOf', 'channel'])
    .where('origin', '=', origin)
    .where('sitting', '=', sitting)
    .orderBy('holder')
    .execute();

/** Of these sittings those in which somebody is still named, as there or as having spoken. */
export const sittingsWithNames = async (
  store: Store,
  origin: string,
  sittings: readonly number[],
): Promise<readonly number[]> => {
  const rows = await store.db
    .selectFrom('attendance')
    .select('sitting')
    .where('origin', '=', origin)
    .where('sitting', 'in', sittings)
    .union(
      store.db
        .selectFrom('floor_entries')
        .select('sitting')
        .where('origin', '=', origin)
        .where('sitting', 'in', sittings),
    )
    .orderBy('sitting')
    .execute();
  return rows.map(({ sitting }) => sitting);
};

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
export const readBlockCounts = async (store: Store, origin: string, vote: number): Promise<BlockEntry[]> => {
  const rows = await store.db
    .selectFrom('block_counts')
    .select(['block', 'round', 'teller', 'yes', 'no', 'abstain', 'people'])
    .where('origin', '=', origin)
    .where('vote', '=', vote)
    .orderBy('block')
    .orderBy('round')
    .orderBy('teller')
    .execute();
  return rows.map(({ people, ...row }) => (people === null ? row : { ...row, people }));
};

/** Of all delegations and rounds of a vote. */
export const readCardCounts = async (store: Store, origin: string, vote: number): Promise<CardEntry[]> => {
  const rows = await store.db
    .selectFrom('card_counts')
    .select(['below', 'round', 'teller', 'raised', 'mandate'])
    .where('origin', '=', origin)
    .where('vote', '=', vote)
    .orderBy('below')
    .orderBy('round')
    .orderBy('teller')
    .execute();
  return rows.map(({ mandate, ...entry }) => (mandate === null ? entry : { ...entry, mandate: JSON.parse(mandate) }));
};

export const readPetitionCounts = (store: Store, origin: string, petition: number): Promise<PetitionEntry[]> =>
  store.db
    .selectFrom('petition_counts')
    .select(['round', 'teller', 'signatures'])
    .where('origin', '=', origin)
    .where('petition', '=', petition)
    .orderBy('round')
    .orderBy('teller')
    .execute();

export const readStockCounts = (
  store: Store,
  origin: string,
  { site, item }: { readonly site: number; readonly item: number },
): Promise<StockEntry[]> =>
  store.db
    .selectFrom('stock_counts')
    .select(['round', 'teller', 'found'])
    .where('origin', '=', origin)
    .where('site', '=', site)
    .where('item', '=', item)
    .orderBy('round')
    .orderBy('teller')
    .execute();

/** Of all rounds of a vote. */
export const readUrnCounts = (store: Store, origin: string, vote: number): Promise<UrnEntry[]> =>
  store.db
    .selectFrom('urn_counts')
    .select(['round', 'teller', 'papers', 'yes', 'no', 'abstain', 'blank', 'spoilt'])
    .where('origin', '=', origin)
    .where('vote', '=', vote)
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
