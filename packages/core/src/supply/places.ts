import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import type { Hand, SupplyState } from './state.ts';

/** A plant and a depot keep goods for others; every other site uses them. */
type PlaceKind = 'depot' | 'site' | 'vehicle';

export function placeKind({ sites, vehicles }: SupplyState, place: number): PlaceKind | null {
  if (tableGet(vehicles, place) !== undefined) return 'vehicle';
  const site = tableGet(sites, place);
  if (site === undefined) return null;
  return site.kind === 'depot' || site.kind === 'plant' ? 'depot' : 'site';
}

/** Is the place in use still? */
export const placeStands = ({ sites, vehicles }: SupplyState, place: number): boolean =>
  tableGet(sites, place)?.closed === null || tableGet(vehicles, place)?.withdrawn === null;

export const noPlace = (place: number): Refused =>
  refuse('not-found', 'supply', { needed: `SiteRegistered ${place} | VehicleRegistered ${place}` });

export function depotRefusal(supply: SupplyState, site: number): Refused | null {
  const kind = placeKind(supply, site);
  if (kind === null) return noPlace(site);
  if (kind !== 'depot') return refuse('not-a-depot', 'supply', { needed: 'depot', present: site });
  return placeStands(supply, site) ? null : refuse('place-closed', 'supply', { present: site });
}

/** Why a hand cannot sign for a place at that time. It ends with its day, its place, and the whole committee. */
export function handRefusal(supply: SupplyState, hand: number, place: number, at: Time): Refused | null {
  const found = tableGet(supply.hands, hand);
  if (found === undefined) return refuse('not-found', 'supply.handDays', { needed: `HandEnrolled ${hand}` });
  if (found.of !== place)
    return refuse('hand-of-another-place', 'supply.handDays', { needed: place, present: found.of });
  return handHolds(supply, found, at)
    ? null
    : refuse('hand-over-its-day', 'supply.handDays', { needed: at, present: found.until });
}

export const handHolds = (supply: SupplyState, { withdrawn, until, of }: Hand, at: Time): boolean =>
  withdrawn === null && at < until && placeStands(supply, of);

/** The hand, if any, by which a key signs now. */
export function handOfKey(supply: SupplyState, key: string, at: Time): number | null {
  const hand = tableGet(supply.handKeys, key);
  const found = hand === undefined ? undefined : tableGet(supply.hands, hand);
  return hand !== undefined && found !== undefined && handHolds(supply, found, at) ? hand : null;
}

interface SupplyRules {
  readonly allocation: 'vote' | 'officers';
  readonly counters: number;
  readonly allocationDays: number | null;
  readonly handDays: number;
}

/** What the article says, and what its absence means (`statute/fields.ts`). */
export function supplyRules(state: BodyState): SupplyRules {
  const article = statuteOf(state)?.supply;
  return {
    allocation: article?.allocation ?? 'vote',
    counters: article?.counters ?? 2,
    allocationDays: article?.allocationDays ?? null,
    handDays: article?.handDays ?? 30,
  };
}
