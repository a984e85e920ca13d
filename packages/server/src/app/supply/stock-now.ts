import {
  balanceAt,
  freeOf,
  notShownYet,
  offeredOf,
  outstandingOf,
  placeKind,
  type SupplyState,
  shortOf,
  sumOf,
  type Time,
  tableEntries,
  tableGet,
} from '@cabildo/core';

/** Each item with where all of it is. Places below zero are taken off their sum. */
export const itemsNow = (supply: SupplyState) =>
  tableEntries(supply.items).map(([index, { symbol, title, unit, cargo }]) => {
    const item = Number(index);
    return { item, symbol, title, unit, cargo, ...sumOf(supply, item) };
  });

/** Lots of which anything is in a depot or a vehicle, is meant for somebody, or is not shown yet. */
export function lotsNow(supply: SupplyState, at: Time) {
  return tableEntries(supply.lots).flatMap(([index, { item, site, by, received, bestBefore }]) => {
    const lot = Number(index);
    const places = (tableGet(supply.placesOf, lot) ?? [])
      .map((place) => ({ place, quantity: balanceAt(supply, lot, place) }))
      .filter(({ place, quantity }) => quantity < 0 || (quantity > 0 && placeKind(supply, place) !== 'site'));
    const meant = outstandingOf(supply, lot, at);
    const offered = offeredOf(supply, lot);
    if (places.length === 0 && meant === 0 && offered === 0) return [];
    const now = { free: freeOf(supply, lot, at), meant, offered, short: shortOf(supply, lot, at) };
    return [{ lot, item, site, by, received, bestBefore, ...now, places, notShownYet: notShownYet(supply, lot) }];
  });
}
