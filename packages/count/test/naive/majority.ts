// Votes counted a second time, by somebody who only knows fractions and patience.
import type { MajorityRule } from '../../src/majority/outcome.ts';
import { sumTallies, type Tally, turnoutOf } from '../../src/majority/tally.ts';

/** A fraction, compared without rounding. */
const reaches = (a: readonly [bigint, bigint], b: readonly [bigint, bigint], strict: boolean): boolean => {
  const difference = a[0] * b[1] - b[0] * a[1];
  return strict ? difference > 0n : difference >= 0n;
};

export function naiveOutcome(rule: MajorityRule, tally: Tally, present: number, roll: number, bodies = [0, 0]): string {
  const cast = tally.yes + tally.no;
  const base = { cast, voted: cast + tally.abstain, present, roll, bodies: bodies[1] ?? 0 }[rule.of];
  if (base === 0) return 'rejected';
  const yes = (rule.of === 'bodies' ? bodies[0] : tally.yes) ?? 0;
  if (reaches([BigInt(yes), BigInt(base)], [BigInt(rule.num), BigInt(rule.den)], rule.strict)) return 'carried';
  const half = rule.num / rule.den === 0.5 && rule.strict && rule.of === 'cast';
  return half && tally.yes === tally.no ? 'tied' : 'rejected';
}

/** Every way of believing one teller or the other in each block. */
export function everyCombination(blocks: readonly (readonly Tally[])[]): Tally[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [sumTallies([])];
  return first.flatMap((entry) => everyCombination(rest).map((sum) => sumTallies([entry, sum])));
}

/** Seats handed out one after the other to whoever has the most of their due still coming. */
export function naiveDivision(seats: number, members: Tally): Tally {
  const total = turnoutOf(members);
  const given: Record<'yes' | 'no' | 'abstain', number> = { yes: 0, no: 0, abstain: 0 };
  const sides = ['yes', 'no', 'abstain'] as const;
  const due = (side: 'yes' | 'no' | 'abstain') => seats * members[side] - given[side] * total;
  const whole = total === 0 ? 0 : sides.reduce((sum, side) => sum + Math.floor((seats * members[side]) / total), 0);
  for (let seat = 0; seat < whole; seat++) {
    const side = sides.find((one) => due(one) >= total);
    if (side !== undefined) given[side]++;
  }
  const waiting = new Set(sides.filter((side) => members[side] > 0));
  for (let left = seats - whole; left > 0; ) {
    const most = [...waiting].filter((one) =>
      [...waiting].every((two) => due(one) > due(two) || (due(one) === due(two) && members[one] >= members[two])),
    );
    for (const side of most) waiting.delete(side);
    if (most.length === 0 || most.length > left) {
      given.abstain += left;
      break;
    }
    for (const side of most) given[side]++;
    left -= most.length;
  }
  return given;
}

/** Everybody asked is put on a side by hand, and then those for it are counted, one after the other. */
export function naiveAnswers(
  rule: { num: number; den: number; strict: boolean; of: 'bases' | 'answered'; silence?: 'neither' | 'yes' | 'no' },
  said: readonly ('yes' | 'no' | null)[],
): string {
  if (said.every((one) => one === null)) return 'rejected';
  const silence = rule.silence ?? 'neither';
  const sides = said.map((one) => one ?? silence);
  const counted = rule.of === 'bases' ? sides : sides.filter((one) => one !== 'neither');
  const yes = counted.filter((one) => one === 'yes').length;
  const enough = reaches([BigInt(yes), BigInt(counted.length)], [BigInt(rule.num), BigInt(rule.den)], rule.strict);
  return enough ? 'ratified' : 'rejected';
}
