import { lineage } from '../affiliation/lineage.ts';
import type { BodyState } from '../state.ts';
import { tableGet, tableHas } from '../table.ts';
import type { Time } from '../time.ts';
import { seatKey } from './seat-key.ts';

/** The elections that have filled a seat above, under whatever book that body was known then; the last one last. */
export const electionsTo = (state: BodyState, to: string, seat: number): readonly number[] =>
  lineage(to)
    .flatMap((book) => tableGet(state.seatsAbove, seatKey(book, seat)) ?? [])
    .toSorted((a, b) => a - b);

/**
 * The election on which a seat above stands at that time. Whoever is elected for a later term takes nothing from whoever
 * serves until that term begins (DESIGN section 5, invariants 3 and 5), and an election that nobody has sealed takes nothing
 * from whoever was elected before. Where nobody serves, the last one says what is to come or what is over.
 */
export function electionAt(state: BodyState, to: string, seat: number, at: Time): number | undefined {
  const elections = electionsTo(state, to, seat);
  const sealed = elections.filter((act) => tableHas(state.sealed, act));
  const candidates = sealed.length > 0 ? sealed : elections;
  const begun = candidates.findLast((act) => at >= (tableGet(state.elections, act)?.from ?? at));
  const runs = begun !== undefined && at < (tableGet(state.elections, begun)?.until ?? at);
  return runs ? begun : candidates.at(-1);
}

/** When whoever serves by that election makes way: at the end of the term, or when a later sealed term begins. */
export function servesUntil(state: BodyState, to: string, seat: number, index: number): Time {
  const until = tableGet(state.elections, index)?.until ?? '';
  return electionsTo(state, to, seat)
    .filter((act) => act > index && tableHas(state.sealed, act))
    .map((act) => tableGet(state.elections, act)?.from ?? until)
    .reduce((first, from) => (from < first ? from : first), until);
}
