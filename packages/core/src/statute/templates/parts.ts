import type { DecisionRule, Matter, Statute } from '../fields.ts';

type Rule = Statute['rules'][number];

/** Picks what a template says in one of the two languages. */
export type Say = (es: string, en: string) => string;

export const half = (of: DecisionRule['of']): DecisionRule => ({ num: 1, den: 2, strict: true, of });
export const twoThirds = (of: DecisionRule['of']): DecisionRule => ({ num: 2, den: 3, strict: false, of });
export const threeQuarters = (of: DecisionRule['of']): DecisionRule => ({ num: 3, den: 4, strict: false, of });

/** A rule for each of several matters that are decided alike. */
export const decided = (matters: readonly Matter[], rule: Omit<Rule, 'matter'>): readonly Rule[] =>
  matters.map((matter) => ({ matter, ...rule }));
