import type { Tally } from '../state.ts';
import type { DecisionRule } from '../statute/fields.ts';

export type Outcome = 'carried' | 'rejected' | 'tied';

export interface Bases {
  readonly present: number;
  readonly roll: number;
}

/** What a count adds: votes, and (where delegations are counted too) on which side each of them is. */
export interface Share {
  readonly tally: Tally;
  /** Delegations for, against, and (`abstain`) on neither side. */
  readonly bodies: Tally;
}

/** The majority that the statute asks for, and a second one that must hold too. */
export interface Rules {
  readonly rule: DecisionRule;
  readonly and?: DecisionRule;
}

/**
 * What the fraction is taken of: yes and no alone (abstentions leave the base), all who voted, those present, all
 * enrolled, or the delegations that voted.
 */
function baseOf(rule: DecisionRule, { tally, bodies }: Share, bases: Bases): number {
  if (rule.of === 'cast') return tally.yes + tally.no;
  if (rule.of === 'voted') return turnoutOf(tally);
  if (rule.of === 'bodies') return turnoutOf(bodies);
  return rule.of === 'present' ? bases.present : bases.roll;
}

/**
 * Carried when yes ÷ base reaches the fraction. As many yes as no under a simple majority is a tie, an outcome of
 * its own; nobody voting at all rejects. Whole numbers only: cross-multiplied, no division.
 */
export function outcomeOf(rule: DecisionRule, tally: Tally, bases: Bases, bodies: Tally = nobody): Outcome {
  const base = baseOf(rule, { tally, bodies }, bases);
  if (base === 0) return 'rejected';
  const yes = rule.of === 'bodies' ? bodies.yes : tally.yes;
  const [left, right] = [yes * rule.den, base * rule.num];
  if (left > right || (!rule.strict && left === right)) return 'carried';
  const simpleMajority = rule.of === 'cast' && rule.strict && rule.num * 2 === rule.den;
  return simpleMajority && tally.yes === tally.no ? 'tied' : 'rejected';
}

/** How each of the majorities came out, in the order of the statute. */
export const outcomesOf = ({ rule, and }: Rules, { tally, bodies }: Share, bases: Bases): readonly Outcome[] =>
  (and === undefined ? [rule] : [rule, and]).map((one) => outcomeOf(one, tally, bases, bodies));

/** Carried if every majority is reached; a tie under one is a tie only if the other does not reject. */
export function outcomeUnder(rules: Rules, share: Share, bases: Bases): Outcome {
  const outcomes = outcomesOf(rules, share, bases);
  if (outcomes.includes('rejected')) return 'rejected';
  return outcomes.includes('tied') ? 'tied' : 'carried';
}

export const nobody: Tally = { yes: 0, no: 0, abstain: 0 };

export const sumTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({ yes: sum.yes + tally.yes, no: sum.no + tally.no, abstain: sum.abstain + tally.abstain }),
    nobody,
  );

export const sumShares = (shares: readonly Share[]): Share => ({
  tally: sumTallies(shares.map(({ tally }) => tally)),
  bodies: sumTallies(shares.map(({ bodies }) => bodies)),
});

export const turnoutOf = (tally: Tally): number => tally.yes + tally.no + tally.abstain;

/** Votes of people whom no delegation stands behind. */
export const votesAlone = (tally: Tally): Share => ({ tally, bodies: nobody });

/**
 * One delegation's votes: once more as a body, on the side that most of its votes are on. Divided equally it is on
 * neither, and counts in the base; without a vote it is not counted.
 */
export function ofDelegation(tally: Tally): Share {
  const { yes, no, abstain } = tally;
  if (turnoutOf(tally) === 0) return { tally, bodies: nobody };
  if (yes > no && yes > abstain) return { tally, bodies: { ...nobody, yes: 1 } };
  if (no > yes && no > abstain) return { tally, bodies: { ...nobody, no: 1 } };
  return { tally, bodies: { ...nobody, abstain: 1 } };
}

/** More differing counts than this decide nothing: nobody could check the combinations by hand either. */
const maxDiffering = 12;

/**
 * What was counted in each block, by each channel, of each delegation: one share where the tellers agree, else both. The
 * result stands if every combination of them gives it (DESIGN section 6, Tellers); otherwise null, and the hall divides
 * or calls the roll.
 */
export function outcomeOfCounts(rules: Rules, counts: readonly (readonly Share[])[], bases: Bases): Outcome | null {
  const differing = counts.filter((shares) => shares.length > 1);
  if (differing.length > maxDiffering) return null;
  const agreed = counts.flatMap((shares) => (shares.length > 1 ? [] : shares));
  let sums: readonly Share[] = [sumShares(agreed)];
  for (const shares of differing) sums = sums.flatMap((sum) => shares.map((share) => sumShares([sum, share])));
  const outcomes = new Set(sums.map((sum) => outcomeUnder(rules, sum, bases)));
  const [first] = outcomes;
  return outcomes.size === 1 && first !== undefined ? first : null;
}
