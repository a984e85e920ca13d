import { tableGet, tableSet } from '../table.ts';
import type { Time } from '../time.ts';
import type { HandOverLine } from './fields.ts';
import { balanceAt } from './ledger.ts';
import { placeKind } from './places.ts';
import type { Allotment, HandOver, Plan, SupplyState } from './state.ts';

/** Does the plan bind anything at that time: nobody has replaced it, and its days are not over? */
export const planHolds = ({ ended, until }: Plan, at: Time): boolean =>
  ended === null && (until === null || at < until);

/** All its parts are in the book. */
export const isWhole = ({ parts, entered }: Plan): boolean => entered.length === parts.length;

/** What of a lot is meant for somebody at that time and not handed over yet. */
export const outstandingOf = (supply: SupplyState, lot: number, at: Time): number =>
  (tableGet(supply.allotments, lot) ?? []).reduce((sum, one) => sum + (binds(supply, one, at) ? one.left : 0), 0);

const binds = ({ plans }: SupplyState, { plan }: Pick<Allotment, 'plan'>, at: Time): boolean => {
  const found = tableGet(plans, plan);
  return found !== undefined && planHolds(found, at);
};

/** With what trips under way still bring by a plan that binds no more: they go on, so it is not meant for anybody else. */
const claimedOf = (supply: SupplyState, lot: number, at: Time): number =>
  outstandingOf(supply, lot, at) +
  supply.openTrips
    .flatMap((index) => tableGet(supply.trips, index) ?? [])
    .filter((trip) => !binds(supply, trip, at))
    .flatMap(({ lines }) => lines.filter((line) => line.lot === lot))
    .reduce((sum, { left }) => sum + left, 0);

export const offeredOf = ({ openOffers, offers }: SupplyState, lot: number): number =>
  (tableGet(openOffers, lot) ?? []).reduce((sum, offer) => sum + (tableGet(offers, offer)?.quantity ?? 0), 0);

const sumAt = (supply: SupplyState, lot: number, kind: 'depot' | 'vehicle'): number =>
  (tableGet(supply.placesOf, lot) ?? [])
    .filter((place) => placeKind(supply, place) === kind)
    .reduce((sum, place) => sum + balanceAt(supply, lot, place), 0);

/**
 * What of a lot nobody has a claim to: in depots, without what is meant for somebody and is not on its way already, and without what
 * was offered. Where a vehicle shows less than nothing, so much has left a depot before anybody has shown it.
 */
export function freeOf(supply: SupplyState, lot: number, at: Time): number {
  const still = Math.max(0, claimedOf(supply, lot, at) - sumAt(supply, lot, 'vehicle'));
  return Math.max(0, sumAt(supply, lot, 'depot') - still - offeredOf(supply, lot));
}

/** How much less of a lot there is than was meant for somebody or offered: a reason to plan anew. */
export function shortOf(supply: SupplyState, lot: number, at: Time): number {
  const there = sumAt(supply, lot, 'depot') + sumAt(supply, lot, 'vehicle');
  return Math.max(0, claimedOf(supply, lot, at) + offeredOf(supply, lot) - there);
}

interface Handed {
  readonly lines: readonly HandOverLine[];
  readonly at: Time;
  readonly times: 1 | -1;
}

/**
 * What a site was given of what is meant for it: a trip brings what its own plan means, also when that has been replaced meanwhile;
 * without one it is of the oldest allocation first. Taken back, of the newest.
 */
export function delivered(
  supply: SupplyState,
  { to, trip: index }: Pick<HandOver, 'to' | 'trip'>,
  { lines, at, times }: Handed,
): SupplyState {
  const trip = index === null ? undefined : tableGet(supply.trips, index);
  const isMeant = (one: Allotment): boolean => one.site === to && (trip === undefined || one.plan === trip.plan);
  let { allotments } = supply;
  for (const { lot, received } of lines) {
    const meant = tableGet(allotments, lot);
    if (meant === undefined || received === 0) continue;
    const takes = (one: Allotment): boolean => isMeant(one) && (trip !== undefined || binds(supply, one, at));
    const changed = times === 1 ? fulfilled(meant, received, takes) : givenBack(meant, received, isMeant);
    allotments = tableSet(allotments, lot, changed);
  }
  const done = { ...supply, allotments };
  return index === null ? done : onTrip(done, index, to, { lines, at, times });
}

function fulfilled(
  allotments: readonly Allotment[],
  received: number,
  takes: (one: Allotment) => boolean,
): readonly Allotment[] {
  let rest = received;
  return allotments.map((one) => {
    const used = takes(one) ? Math.min(rest, one.left) : 0;
    rest -= used;
    return used === 0 ? one : { ...one, left: one.left - used };
  });
}

function givenBack(
  allotments: readonly Allotment[],
  received: number,
  isMeant: (one: Allotment) => boolean,
): readonly Allotment[] {
  let rest = received;
  return allotments
    .toReversed()
    .map((one) => {
      const back = isMeant(one) ? Math.min(rest, one.quantity - one.left) : 0;
      rest -= back;
      return back === 0 ? one : { ...one, left: one.left + back };
    })
    .toReversed();
}

function onTrip(supply: SupplyState, index: number, to: number, { lines, times }: Handed): SupplyState {
  const trip = tableGet(supply.trips, index);
  if (trip === undefined) return supply;
  const changed = trip.lines.map((line) => {
    const came = lines.find(({ lot }) => lot === line.lot && line.site === to)?.received ?? 0;
    return { ...line, left: Math.min(line.quantity, Math.max(0, line.left - times * came)) };
  });
  return { ...supply, trips: tableSet(supply.trips, index, { ...trip, lines: changed }) };
}
