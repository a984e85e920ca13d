import type { Ratio } from '../exact/ratio.ts';

export const ruleNames = ['leximin', 'proportional', 'equal-awards', 'equal-losses', 'talmud'] as const;
export type RuleName = (typeof ruleNames)[number];

/** Whoever asks for some of what is shared, with what the assembly voted about it. */
export type Claim = {
  readonly id: string;
  readonly amount: Ratio;
  /** Twice the weight, twice the award at the same level. */
  readonly weight: Ratio;
  /** Lower classes are served first. */
  readonly rank: number;
  /** Served before anything else in the class. */
  readonly floor: Ratio;
  /** Never more than this, whatever is left. */
  readonly ceiling: Ratio;
};

/** One stock, and everybody who asks for some of it. */
export type ShareProblem = {
  readonly stock: Ratio;
  readonly claims: readonly Claim[];
  readonly indivisible: boolean;
};

export type Share = {
  readonly rule: RuleName;
  readonly problem: ShareProblem;
  /** By claimant, in the order of the problem's claims. */
  readonly awards: readonly Ratio[];
  /** Before whole units were made of it. */
  readonly exact: readonly Ratio[];
  /** By claimant, how much the classes before it took together. */
  readonly takenBefore: readonly Ratio[];
  /** What nobody gets. */
  readonly left: Ratio;
};
