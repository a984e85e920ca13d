import type { Choice } from '../facts.ts';
import type { Tally } from '../state.ts';
import { nobody, turnoutOf } from './arithmetic.ts';

const sides: readonly Choice[] = ['yes', 'no', 'abstain'];

/**
 * A delegation's weight divided as its base has divided its mandate: by largest remainder, the tie going to the side with
 * more members (DESIGN section 6, Split votes). What sides of equal size could claim alike goes to none of them: it
 * abstains.
 */
export function divideSeats(seats: number, mandate: Tally): Tally {
  const total = turnoutOf(mandate);
  if (total === 0) return { ...nobody, abstain: seats };
  const given: Record<Choice, number> = { ...nobody };
  for (const side of sides) given[side] = Math.floor((seats * mandate[side]) / total);
  let left = seats - turnoutOf(given);
  const claims = new Map<string, Choice[]>();
  for (const side of sides.filter((one) => mandate[one] > 0)) {
    const claim = `${(seats * mandate[side]) % total} ${mandate[side]}`;
    claims.set(claim, [...(claims.get(claim) ?? []), side]);
  }
  const ranked = [...claims.entries()].toSorted(([a], [b]) => comparedClaims(b, a)).map(([, alike]) => alike);
  for (const alike of ranked) {
    if (left >= alike.length) for (const side of alike) given[side] += 1;
    else given.abstain += left;
    left -= Math.min(left, alike.length);
  }
  return given;
}

function comparedClaims(one: string, other: string): number {
  const [remainder = 0, members = 0] = one.split(' ').map(Number);
  const [otherRemainder = 0, otherMembers = 0] = other.split(' ').map(Number);
  return remainder - otherRemainder || members - otherMembers;
}

/** A divided mandate as acts and refusals name it: `70/30/0`, yes, no and abstentions. */
export const divisionName = ({ yes, no, abstain }: Tally): string => `${yes}/${no}/${abstain}`;

export function parseDivision(instruction: string): Tally | null {
  const parts = /^(\d+)\/(\d+)\/(\d+)$/.exec(instruction);
  return parts === null ? null : { yes: Number(parts[1]), no: Number(parts[2]), abstain: Number(parts[3]) };
}
