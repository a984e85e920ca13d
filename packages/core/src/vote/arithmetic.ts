import type { Tally } from '../state.ts';
import type { DecisionRule } from '../statute/fields.ts';

export type Outcome = 'carried' | 'rejected' | 'tied';

export interface Bases {
  readonly present: number;
  readonly roll: number;
}

/** What the fraction is taken of: yes and no alone (abstentions leave the base), all who voted, those present, or all enrolled. */
function baseOf(rule: DecisionRule, tally: Tally, bases: Bases): number {
  if (rule.of === 'cast') return tally.yes + tally.no;
  if (rule.of === 'voted') return turnoutOf(tally);
  return rule.of === 'present' ? bases.present : bases.roll;
}

/**
 * Carried when yes ÷ base reaches the fraction. As many yes as no under a simple majority is a tie, an outcome of
 * its own; nobody voting at all rejects. Whole numbers only: cross-multiplied, no division.
 */
export function outcomeOf(rule: DecisionRule, tally: Tally, bases: Bases): Outcome {
  const base = baseOf(rule, tally, bases);
  if (base === 0) return 'rejected';
  const [left, right] = [tally.yes * rule.den, base * rule.num];
  if (left > right || (!rule.strict && left === right)) return 'carried';
  const simpleMajority = rule.of === 'cast' && rule.strict && rule.num * 2 === rule.den;
  return simpleMajority && tally.yes === tally.no ? 'tied' : 'rejected';
}

export const sumTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({ yes: sum.yes + tally.yes, no: sum.no + tally.no, abstain: sum.abstain + tally.abstain }),
    { yes: 0, no: 0, abstain: 0 },
  );

export const turnoutOf = (tally: Tally): number => tally.yes + tally.no + tally.abstain;

/** More differing blocks than this decide nothing: nobody could check the combinations by hand either. */
const maxDifferingBlocks = 12;

/**
 * Two tellers' numbers for each block: the result stands if every combination of them gives it (DESIGN section 6,
 * Tellers); otherwise null, and the hall divides or calls the roll.
 */
export function outcomeOfBlocks(
  rule: DecisionRule,
  blocks: readonly (readonly Tally[])[],
  bases: Bases,
): Outcome | null {
  if (blocks.filter((entries) => entries.length > 1).length > maxDifferingBlocks) return null;
  let sums: readonly Tally[] = [sumTallies([])];
  for (const entries of blocks) sums = sums.flatMap((sum) => entries.map((entry) => sumTallies([sum, entry])));
  const outcomes = new Set(sums.map((sum) => outcomeOf(rule, sum, bases)));
  const [first] = outcomes;
  return outcomes.size === 1 && first !== undefined ? first : null;
}
