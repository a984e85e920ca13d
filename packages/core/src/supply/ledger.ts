import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';
import type { HandOverLine } from './fields.ts';
import type { Lot, SupplyState } from './state.ts';

const balanceKey = (lot: number, place: number): string => `${lot}.${place}`;

/** How much of a lot is at a site or in a vehicle; below zero where a hand-over that brought it is still missing. */
export const balanceAt = ({ balances }: SupplyState, lot: number, place: number): number =>
  tableGet(balances, balanceKey(lot, place)) ?? 0;

/** Moves an amount of a lot to a place, or (below zero) away from it. Its other end is whoever calls' to move. */
export function moved(supply: SupplyState, lot: number, place: number, quantity: number): SupplyState {
  const before = tableGet(supply.balances, balanceKey(lot, place));
  const balances = tableSet(supply.balances, balanceKey(lot, place), (before ?? 0) + quantity);
  if (before !== undefined) return { ...supply, balances };
  const places = [...(tableGet(supply.placesOf, lot) ?? []), place].sort((a, b) => a - b);
  return { ...supply, balances, placesOf: tableSet(supply.placesOf, lot, places) };
}

/** What comes into the book, and to a place in it. */
export function received(supply: SupplyState, index: number, lot: Lot): SupplyState {
  const lots = tableSet(supply.lots, index, lot);
  const lotsOf = tableSet(supply.lotsOf, lot.item, [...(tableGet(supply.lotsOf, lot.item) ?? []), index]);
  return moved({ ...supply, lots, lotsOf }, index, lot.site, lot.received);
}

/** From a place to what is lost, or (below zero) back from there; of an act that wrote it off. */
export function lost(
  supply: SupplyState,
  move: { lot: number; at: number; quantity: number; act: number },
): SupplyState {
  const { lot, at, quantity, act } = move;
  if (quantity === 0) return supply;
  const from = moved(supply, lot, at, -quantity);
  return writtenOff(from, act, lot, quantity);
}

function writtenOff(supply: SupplyState, act: number, lot: number, quantity: number): SupplyState {
  const found = known(tableGet(supply.lots, lot), `the lot ${lot}`);
  const key = balanceKey(act, lot);
  const before = tableGet(supply.writtenOff, key) ?? { quantity: 0, reversed: 0 };
  return {
    ...supply,
    lots: tableSet(supply.lots, lot, { ...found, lost: found.lost + quantity }),
    writtenOff: tableSet(supply.writtenOff, key, { ...before, quantity: before.quantity + quantity }),
  };
}

/** What had been written off by an act is at a place again. */
export function turnedUp(
  supply: SupplyState,
  { lot, at, quantity, act }: { lot: number; at: number; quantity: number; act: number },
): SupplyState {
  const found = known(tableGet(supply.lots, lot), `the lot ${lot}`);
  const key = balanceKey(act, lot);
  const before = known(tableGet(supply.writtenOff, key), `what ${act} has written off`);
  const back = {
    ...supply,
    lots: tableSet(supply.lots, lot, { ...found, lost: found.lost - quantity }),
    writtenOff: tableSet(supply.writtenOff, key, { ...before, reversed: before.reversed + quantity }),
  };
  return moved(back, lot, at, quantity);
}

/** What both signed: from one place to the other, what is missing is lost. `times` −1 takes it back. */
export function handedOver(
  supply: SupplyState,
  { act, from, to, lines }: { act: number; from: number; to: number; lines: readonly HandOverLine[] },
  times: 1 | -1 = 1,
): SupplyState {
  return lines.reduce((all, { lot, given, received: came }) => {
    const left = moved(all, lot, from, -times * came);
    const there = moved(left, lot, to, times * came);
    return lost(there, { lot, at: from, quantity: times * (given - came), act });
  }, supply);
}

/** How much of an item is at a place by the book. */
export const itemAt = (supply: SupplyState, item: number, place: number): number =>
  (tableGet(supply.lotsOf, item) ?? []).reduce((sum, lot) => sum + balanceAt(supply, lot, place), 0);

/** Places where the book shows less than nothing: a hand-over is missing that brought it there. */
export const notShownYet = (supply: SupplyState, lot: number): readonly number[] =>
  (tableGet(supply.placesOf, lot) ?? []).filter((place) => balanceAt(supply, lot, place) < 0);
