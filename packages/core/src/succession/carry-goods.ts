import type { BodyState } from '../state.ts';
import { balanceAt } from '../supply/ledger.ts';
import { handHolds } from '../supply/places.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import type { Carried } from './carry.ts';
import { ordersStanding, tripsUnderWay } from './carry-orders.ts';
import type { Standing } from './fields.ts';

/** How many places of a lot go into one act. */
const MOST_PLACES = 64;

/**
 * A committee's goods as its last known head has them: every lot with how much of it is where, lost and passed on, so that what came
 * in is somewhere in the book that goes on as it was here (invariant 9); and what is offered to others and not settled, so that
 * nothing of it is allocated here while it may be accepted there. What a whole plan means for whom goes on, with the trips that are under
 * way by it; a hand-over that is provisional waits for its other side. `first` is the number that the first of them gets in the successor.
 */
export function goodsStanding(
  { supply, origin }: Pick<BodyState, 'supply' | 'origin'>,
  at: Time,
  first: number,
): readonly Carried[] {
  const made: Carried[] = [];
  const numbers = new Map<number, number>();
  const numberOf = (act: number): number => {
    const found = numbers.get(act);
    if (found === undefined) throw new Error(`act ${act} of ${origin} is not taken over`);
    return found;
  };
  const carry = (key: string | number, what: Standing): void => {
    // Of a lot in many places the first act is the lot.
    if (!numbers.has(Number(key))) numbers.set(Number(key), first + made.length);
    made.push({ index: Number(key), what });
  };
  for (const [key, item] of tableEntries(supply.items)) carry(key, { kind: 'item', ...item });
  for (const [key, { kind: is, counted: _, closed, assembly, changed, ...site }] of tableEntries(supply.sites)) {
    const beside = changed === undefined ? {} : { beside: { book: origin, index: changed } };
    carry(key, {
      ...{ ...site, ...beside, kind: 'site', is, closed: closed !== null },
      ...(assembly === null ? {} : { assembly }),
    });
  }
  for (const [key, { carries, withdrawn, ...vehicle }] of tableEntries(supply.vehicles)) {
    const loads = carries.map(({ item, quantity }) => ({ item: numberOf(item), quantity }));
    carry(key, { kind: 'vehicle', ...vehicle, carries: loads, withdrawn: withdrawn !== null });
  }
  const crews = new Set(tripsUnderWay(supply).map(([, { hand }]) => hand));
  for (const [index, hand] of tableEntries(supply.hands)) {
    const { of, key, until, withdrawn } = hand;
    const over = withdrawn === null ? {} : { withdrawn: true };
    if (handHolds(supply, hand, at) || crews.has(Number(index)))
      carry(index, { kind: 'hand', of: numberOf(of), key, until, ...over });
  }
  if (supply.rule !== null) {
    const { act, rule, parameters } = supply.rule;
    carry(act, { kind: 'sharing-rule', rule, parameters });
  }
  for (const [, key] of tableEntries(supply.needOf)) {
    const need = tableGet(supply.needs, key);
    if (need === undefined || need.until <= at) continue;
    const { site, item, quantity, until, declaredAt, countersigned, foundOver } = need;
    carry(key, {
      kind: 'need',
      ...{ site: numberOf(site), item: numberOf(item), quantity, until, declaredAt },
      countersigned: countersigned !== null,
      ...(foundOver === null ? {} : { found: foundOver.found }),
    });
  }
  for (const [key, { bestBefore, item, site, ...lot }] of tableEntries(supply.lots)) {
    const places = (tableGet(supply.placesOf, key) ?? [])
      .map((place) => ({ place: numberOf(place), quantity: balanceAt(supply, Number(key), place) }))
      .filter(({ quantity }) => quantity !== 0);
    const keeps = bestBefore === null ? {} : { bestBefore };
    const begun = places.slice(0, MOST_PLACES);
    carry(key, { kind: 'lot', ...lot, item: numberOf(item), site: numberOf(site), ...keeps, places: begun });
    for (let from = MOST_PLACES; from < places.length; from += MOST_PLACES)
      carry(key, { kind: 'lot-places', lot: numberOf(Number(key)), places: places.slice(from, from + MOST_PLACES) });
  }
  for (const { index, what } of ordersStanding({ supply, origin }, at, numberOf)) carry(index, what);
  for (const [key, { state, settled: _, lot, site, name, ...offer }] of tableEntries(supply.offers)) {
    if (state !== 'open') continue;
    const known = name ?? { book: origin, index: Number(key) };
    carry(key, { kind: 'offer', ...offer, lot: numberOf(lot), site: numberOf(site), name: known });
  }
  return made;
}
