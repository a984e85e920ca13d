import { balanceAt, type SupplyState, tableEntries, tableGet, tableValues } from '@cabildo/core';
import type { BookView } from './node.ts';

/** So many at once; unless it is asked for others, the last ones: what two phones may still have to confirm or to correct. */
const PAGE = 200;

/** After the act of that index, the oldest first. */
export interface HandOversAsked {
  readonly after?: number;
}

/**
 * What a phone needs to hand goods over without a network, and both sides to see what has become of it. A hand has a key and no
 * account, so this is for whoever asks, of the book alone: names, keys, which assembly signs for which site and what it has not
 * countersigned yet, open trips and hand-overs; which lots are where, and not how much.
 */
export function handOverListOf({ origin, state }: BookView, { after }: HandOversAsked = {}) {
  const { supply } = state;
  const all = tableEntries(supply.handOvers);
  const newer = after === undefined ? 0 : all.findIndex(([index]) => Number(index) > after);
  const from = after === undefined ? Math.max(0, all.length - PAGE) : newer < 0 ? all.length : newer;
  return {
    format: 'cabildo-hand-overs/1',
    origin,
    head: { size: state.size, at: state.at },
    items: tableEntries(supply.items).map(([item, { title, unit }]) => ({ item: Number(item), title, unit })),
    sites: tableEntries(supply.sites).map(([site, { title, kind, closed, assembly }]) => ({
      site: Number(site),
      title,
      kind,
      closed,
      assembly,
    })),
    vehicles: tableEntries(supply.vehicles).map(([vehicle, { title, withdrawn }]) => ({
      vehicle: Number(vehicle),
      title,
      withdrawn,
    })),
    hands: tableEntries(supply.hands).map(([hand, one]) => ({ hand: Number(hand), ...one })),
    lots: tableEntries(supply.lots).map(([lot, { item }]) => ({
      lot: Number(lot),
      item,
      places: (tableGet(supply.placesOf, lot) ?? []).filter((place) => balanceAt(supply, Number(lot), place) > 0),
    })),
    trips: supply.openTrips.flatMap((trip) => {
      const open = tableGet(supply.trips, trip);
      return open === undefined ? [] : [{ trip, vehicle: open.vehicle, lines: open.lines }];
    }),
    needs: tableValues(supply.needOf).flatMap((need) => uncountersigned(supply, need)),
    handOvers: all.slice(from, from + PAGE).map(([index, { proposed, ...one }]) => ({
      handOver: Number(index),
      ...one,
      // The list is of keys and places, and says of nobody who holds an office.
      ...(proposed === undefined
        ? {}
        : { proposed: { act: proposed.act, number: proposed.number, lines: proposed.lines } }),
    })),
    earlier: from > 0,
    later: from + PAGE < all.length,
  };
}

/** What a site asks for last of an item, where its assembly may still sign for it. What has run out the phone sees by its clock. */
function uncountersigned(supply: SupplyState, index: number) {
  const need = tableGet(supply.needs, index);
  const site = need === undefined ? undefined : tableGet(supply.sites, need.site);
  if (need === undefined || need.countersigned !== null || site === undefined) return [];
  if (site.assembly === null || site.closed !== null) return [];
  return [{ need: index, site: need.site, item: need.item, quantity: need.quantity, until: need.until }];
}
