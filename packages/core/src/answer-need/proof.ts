import type { BodyState } from '../state.ts';
import { leastNeighbours } from '../statute/quorum.ts';
import { tableEntries, tableGet, tableHas, tableOf } from '../table.ts';
import type { Standing } from './answer.ts';

/**
 * The act that proves the founding, if what it names can bear it: minutes that this book has sealed, and other books.
 * Another node's book may say what it likes; whether those neighbours say so is in their own books, which it cites.
 */
export function provenAct({ body, minutes, sealed, origin, predecessor }: BodyState, before: Standing): number | null {
  if (body === null || body.provenBy === null) return null;
  if (predecessor !== null && before.proven) return body.proven;
  const neighbours = new Set(body.provenBy.witnesses.filter((book) => book !== origin));
  const onMinutes = tableHas(minutes, body.provenBy.minutes) && tableHas(sealed, body.provenBy.minutes);
  return onMinutes && neighbours.size >= leastNeighbours ? body.proven : null;
}

/** Requests and departures that other bodies can see: a departure that nobody has sealed ends nothing elsewhere. */
export const sealedOnly = ({ requests, left, sealed }: BodyState): Pick<BodyState, 'requests' | 'left'> => ({
  requests: tableOf(tableEntries(requests).filter(([, act]) => tableHas(sealed, act))),
  left: tableOf(tableEntries(left).filter(([, { act }]) => tableHas(sealed, act))),
});

/** What takes effect elsewhere is found only once it is sealed. */
export function ifSealed<F>(state: BodyState, act: number, found: F): { found: F; acts: number[] } | null {
  const seal = tableGet(state.sealed, act);
  return seal === undefined ? null : { found, acts: [act, seal] };
}
