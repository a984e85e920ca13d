import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { hoursUntilPublic, sensitiveShown } from '../statute/publicity.ts';
import { statuteOf } from '../statute/quorum.ts';
import { type Table, tableEntries, tableGet, tableOf } from '../table.ts';
import type { ContingentSize } from './fields.ts';
import type { Site, SupplyState } from './state.ts';

/**
 * What everybody is shown of how much there is of an item (DESIGN section 7): the figures; whole steps of so many units; only
 * what was handed out, so many hours after it was; or nothing. The acts have exact amounts all the same, because the sum must
 * be checkable without the vault (decision 0017).
 */
export type StockShown =
  | { readonly kind: 'exact' }
  | { readonly kind: 'steps'; readonly step: number }
  | { readonly kind: 'late'; readonly hours: number }
  | { readonly kind: 'members' };

export function stockShown(state: BodyState, item: number): StockShown {
  const sensitive = tableGet(state.supply.items, item)?.sensitive;
  const rules = statuteOf(state);
  const shown = sensitiveShown(rules);
  if (sensitive === undefined || shown === 'public') return { kind: 'exact' };
  if (shown === 'coarsened') return { kind: 'steps', step: sensitive.step };
  const hours = hoursUntilPublic(rules);
  return hours === undefined ? { kind: 'members' } : { kind: 'late', hours };
}

/** Down to whole steps, so that nobody is told of more than there is; below zero as well. */
export const inSteps = (quantity: number, step: number): number => Math.trunc(quantity / step) * step;

const kept = <V>(table: Table<V>, keep: (key: string, value: V) => boolean): Table<V> =>
  tableOf(tableEntries(table).filter(([key, value]) => keep(key, value)));

/**
 * The state of a committee as anybody is handed it: of what is not shown exactly there are no rows with amounts, so that nobody reads in
 * one answer how much is where. What is needed is no stock.
 */
export function supplyShown(state: BodyState): SupplyState {
  const { supply } = state;
  const isHidden = (item: number | string): boolean => stockShown(state, Number(item)).kind !== 'exact';
  if (tableEntries(supply.items).every(([item]) => !isHidden(item))) return supply;
  const hidden = new Set(tableEntries(supply.lots).flatMap(([lot, { item }]) => (isHidden(item) ? [Number(lot)] : [])));
  const none = (lines: readonly { readonly lot: number }[]): boolean => lines.every(({ lot }) => !hidden.has(lot));
  const lotIn = (key: string, place: 0 | 1): boolean => hidden.has(Number(key.split('.')[place]));
  return {
    ...supply,
    sites: tableOf(
      tableEntries(supply.sites).map(([key, site]) => [
        key,
        { ...site, counted: kept(site.counted, (item) => !isHidden(item)) },
      ]),
    ),
    lots: kept(supply.lots, (lot) => !hidden.has(Number(lot))),
    lotsOf: kept(supply.lotsOf, (item) => !isHidden(item)),
    balances: kept(supply.balances, (key) => !lotIn(key, 0)),
    placesOf: kept(supply.placesOf, (lot) => !hidden.has(Number(lot))),
    writtenOff: kept(supply.writtenOff, (key) => !lotIn(key, 1)),
    handOvers: kept(supply.handOvers, (_, { lines, signed }) => none(lines) && none(signed)),
    allotments: kept(supply.allotments, (lot) => !hidden.has(Number(lot))),
    trips: kept(supply.trips, (_, { lines }) => none(lines)),
    offers: kept(supply.offers, (_, { lot }) => !hidden.has(lot)),
  };
}

/** 6000 → `thousands`. */
export const contingentSizeOf = (people: number): ContingentSize =>
  people < 100 ? 'tens' : people < 1_000 ? 'hundreds' : people < 10_000 ? 'thousands' : 'ten-thousands';

/** What keeps goods for others and who sleeps there: where these are could put people in danger. */
const guarded: readonly Site['kind'][] = ['plant', 'depot', 'shelter'];

type Published = Pick<Site, 'kind' | 'area' | 'near'>;

/** Of a place that is guarded nothing is published unless the statute has it coarsened or public. */
export const mayPublish = (state: BodyState, { kind, area, near }: Published): boolean =>
  (area === undefined && near === undefined) ||
  !guarded.includes(kind) ||
  ['coarsened', 'public'].includes(sensitiveShown(statuteOf(state)));

/** Publication cannot be recalled, so whoever enters a place must say that it is to be published. */
export function publicationRefusal(
  state: BodyState,
  { publish, ...site }: Published & { readonly publish?: boolean | undefined },
): Refused | null {
  if (site.area === undefined && site.near === undefined) return null;
  const present = sensitiveShown(statuteOf(state));
  if (!mayPublish(state, site)) return refuse('area-not-published', 'publicity', { needed: 'coarsened', present });
  return publish === true ? null : refuse('publication-not-confirmed', 'publicity', { needed: 'publish', present });
}
