import type { CountRecord } from '../record.ts';
import { byVotes } from '../tally.ts';

/** The `seats` places with the most; where the last seats fall on equals, a lot decides among them. */
export function pickMost(
  places: readonly number[],
  values: readonly bigint[],
  seats: number,
  record: CountRecord,
): number[] {
  const order = byVotes(places, values);
  if (order.length <= seats) return order;
  const edge = values[order[seats - 1] as number] as bigint;
  const sure = order.filter((at) => (values[at] as bigint) > edge);
  const tied = order.filter((at) => values[at] === edge);
  return [...sure, ...record.draw('elect', tied, seats - sure.length)];
}
