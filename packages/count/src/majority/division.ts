import { nobody, type Tally, turnoutOf } from './tally.ts';

type Side = keyof Tally;

const sides: readonly Side[] = ['yes', 'no', 'abstain'];

/**
 * Seats, or the weight of a card, divided as members have divided: by largest remainder, the tie going to the side with
 * more members. What sides of equal size could claim alike goes to none of them: it abstains.
 */
export function divideSeats(seats: number, members: Tally): Tally {
  const total = BigInt(turnoutOf(members));
  if (total === 0n) return { ...nobody, abstain: seats };
  const due = (side: Side): bigint => BigInt(seats) * BigInt(members[side]);
  const given: Record<Side, number> = { ...nobody };
  for (const side of sides) given[side] = Number(due(side) / total);
  let left = seats - turnoutOf(given);
  for (const alike of claims((side) => due(side) % total, members)) {
    if (left >= alike.length) for (const side of alike) given[side] += 1;
    else given.abstain += left;
    left -= Math.min(left, alike.length);
  }
  return given;
}

/** Who may claim a seat more, those with equal claims together, the strongest claim first. */
function claims(remainder: (side: Side) => bigint, members: Tally): Side[][] {
  const stronger = (a: Side, b: Side): number => {
    const difference = remainder(b) - remainder(a);
    return difference === 0n ? members[b] - members[a] : difference > 0n ? 1 : -1;
  };
  const groups: Side[][] = [];
  for (const side of sides.filter((one) => members[one] > 0).toSorted(stronger)) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && stronger(last[0], side) === 0) last.push(side);
    else groups.push([side]);
  }
  return groups;
}
