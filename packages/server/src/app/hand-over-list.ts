import { balanceAt, type SupplyState, tableEntries, tableGet, tableValues } from '@cabildo/core';
import type { BookView } from './node.ts';

/** So many of the last hand-overs: what two phones may still have to confirm or to correct. */
const LAST = 200;

/**
 * What a phone needs to hand goods over without a network, and both sides to see what has become of it. A hand has a key and no
 * account, so this is for whoever asks, of the book alone: names, keys, which assembly signs for which site and what it has not
 * countersigned yet, open trips and the last hand-overs; which lots are where, and not how much.
 */
export function handOverListOf({ origin, state }: BookView) {
  const { supply } = state;
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
    handOvers: tableEntries(supply.handOvers)
      .slice(-LAST)
      .map(([index, one]) => ({ handOver: Number(index), ...one })),
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
