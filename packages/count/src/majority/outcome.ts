import { type Fraction, reaches } from './fraction.ts';
import { nobody, type Share, type Tally, turnoutOf } from './tally.ts';

export type Outcome = 'carried' | 'rejected' | 'tied';

export interface MajorityRule extends Fraction {
  /**
   * What the fraction is taken of: yes and no alone (abstentions leave the base), all who voted, those present, all
   * enrolled, or the delegations that voted.
   */
  readonly of: 'cast' | 'voted' | 'present' | 'roll' | 'bodies';
}

/** The majority that is asked for, and a second one that must hold too. */
export interface Majorities {
  readonly rule: MajorityRule;
  readonly and?: MajorityRule;
}

export interface Bases {
  readonly present: number;
  readonly roll: number;
}

/** What the fraction is taken of, in this count. */
export function baseOf(rule: MajorityRule, { tally, bodies }: Share, bases: Bases): number {
  if (rule.of === 'cast') return tally.yes + tally.no;
  if (rule.of === 'voted') return turnoutOf(tally);
  if (rule.of === 'bodies') return turnoutOf(bodies);
  return rule.of === 'present' ? bases.present : bases.roll;
}

/**
 * Carried when yes ÷ base reaches the fraction. As many yes as no under a simple majority is a tie, an outcome of
 * its own; nobody voting at all rejects.
 */
export function outcomeOf(rule: MajorityRule, tally: Tally, bases: Bases, bodies: Tally = nobody): Outcome {
  const base = baseOf(rule, { tally, bodies }, bases);
  if (base === 0) return 'rejected';
  if (reaches(rule, rule.of === 'bodies' ? bodies.yes : tally.yes, base)) return 'carried';
  const simpleMajority = rule.of === 'cast' && rule.strict && rule.num * 2 === rule.den;
  return simpleMajority && tally.yes === tally.no ? 'tied' : 'rejected';
}

/** How each of the majorities came out, in their order. */
export const outcomesOf = ({ rule, and }: Majorities, { tally, bodies }: Share, bases: Bases): readonly Outcome[] =>
  (and === undefined ? [rule] : [rule, and]).map((one) => outcomeOf(one, tally, bases, bodies));

/** Carried if every majority is reached; a tie under one is a tie only if the other does not reject. */
export function outcomeUnder(rules: Majorities, share: Share, bases: Bases): Outcome {
  const outcomes = outcomesOf(rules, share, bases);
  if (outcomes.includes('rejected')) return 'rejected';
  return outcomes.includes('tied') ? 'tied' : 'carried';
}
