import type { Ratio } from './exact/ratio.ts';

/** Whoever or whatever can be elected: a candidate, a list, a project, a person in a pool. */
export type Candidate = {
  /** As the file names it: a number in BLT and PrefLib, a name where the format knows no numbers. */
  readonly id: string;
  readonly name: string;
  readonly withdrawn: boolean;
  /** What a project costs. */
  readonly cost?: Ratio;
  /** Votes that are known as a sum, without the ballots: a party's totals in a file, or what was opened of a ballot box. */
  readonly votes?: bigint;
  /** What it belongs to: a body, a sex, an age band, a category. */
  readonly groups?: Readonly<Record<string, string>>;
};

/** Marks in the entries of a ranked ballot that are no candidate. */
export const SKIPPED = -1;
export const OVERVOTE = -2;

/**
 * Equal ballots together. Group g has the entries from `starts[g]` to `starts[g + 1]`. An entry is a candidate's place
 * in the list, doubled, plus one where it shares the rank of the entry before it; or one of the marks above.
 */
export type Ballots = {
  readonly groups: number;
  readonly starts: Uint32Array;
  readonly entries: Int32Array;
  /** Beside each entry its score, where the ballots are scored. */
  readonly scores: Int32Array | null;
  /** Each group's weight in digits of 2^12, least first; a single array wherever all weights together are below 2^33. */
  readonly limbs: readonly Float64Array[];
  /** A weight is in units of 10^-scale. */
  readonly scale: number;
  /** All weights together. */
  readonly total: bigint;
  /** Weights of ballots on which nothing is marked; they are no group. */
  readonly blank: bigint;
};

export type BallotStyle = 'ranked' | 'approval' | 'scores' | 'none';

export type Election = {
  readonly title: string;
  readonly style: BallotStyle;
  readonly candidates: readonly Candidate[];
  /** The number of seats that the file states. */
  readonly seats: number | null;
  readonly ballots: Ballots;
  /** An order drawn beforehand that the file carries (BLT `[tie …]`), by places in the list of candidates. */
  readonly tieOrder: readonly number[] | null;
  /** Whether the file says that whom a ballot does not rank comes last on it; null where it says nothing. */
  readonly implicitRanking: boolean | null;
  readonly budget: Ratio | null;
  /** The share of the votes below which a list gets nothing. */
  readonly threshold: Ratio | null;
  /** What was announced beforehand and drawn in public, for sortition. */
  readonly seed: string | null;
};

/** An election of which only the parts named here are known. */
export function electionOf(known: Partial<Election> & Pick<Election, 'style' | 'candidates'>): Election {
  return {
    title: '',
    seats: null,
    ballots: noBallots,
    tieOrder: null,
    implicitRanking: null,
    budget: null,
    threshold: null,
    seed: null,
    ...known,
  };
}

const noBallots: Ballots = {
  groups: 0,
  starts: new Uint32Array(1),
  entries: new Int32Array(0),
  scores: null,
  limbs: [new Float64Array(0)],
  scale: 0,
  total: 0n,
  blank: 0n,
};

/**
 * How many bits a digit of a weight has. Two million groups of such digits, each times a million points, add up to less
 * than 2^53, so that a `Float64Array` holds every sum exactly; and so does 2^33 times a million.
 */
export const LIMB = 12n;

/** Adds one digit's sums to the whole. */
export function addLimb(sums: bigint[], part: Float64Array, digit: number): void {
  for (let at = 0; at < part.length; at++) {
    const value = part[at] as number;
    if (value !== 0) sums[at] = (sums[at] as bigint) + (BigInt(value) << (LIMB * BigInt(digit)));
  }
}

export function weightOf({ limbs }: Ballots, group: number): bigint {
  return limbs.reduce((sum, limb, digit) => sum + (BigInt(limb[group] as number) << (LIMB * BigInt(digit))), 0n);
}
