import { add, compare, leastCommonMultiple, multiply, type Ratio, ratio } from '../exact/ratio.ts';
import type { LevelFunction, Piece } from './level.ts';

/** A level, and after which of the bends it lies. */
export type Levelled = { readonly level: Ratio; readonly rank: number };

/** Amounts as whole numbers over one denominator. */
export type WholeAmounts = { readonly numerators: readonly bigint[]; readonly denominator: bigint };

type Ranked = { readonly rank: number; readonly piece: Piece; readonly base: bigint; readonly slope: bigint };

/**
 * Finds levels for any subset of the same functions. Bases and slopes are brought to common denominators and the levels
 * at which something bends are sorted once, so that a sum is a sum of whole numbers.
 */
export class Equalizer {
  readonly #bends: readonly Ratio[];
  readonly #pieces: readonly (readonly Ranked[])[];
  readonly #baseUnit: bigint;
  readonly #slopeUnit: bigint;

  constructor(functions: readonly LevelFunction[]) {
    const all = functions.flat();
    this.#baseUnit = all.reduce((unit, { base }) => sharedUnit(unit, base), 1n);
    this.#slopeUnit = all.reduce((unit, { slope }) => sharedUnit(unit, slope), 1n);
    const sorted = all.map(({ from }) => from).sort(compare);
    this.#bends = sorted.filter((level, at) => at === 0 || compare(level, sorted[at - 1] as Ratio) !== 0);
    this.#pieces = functions.map((pieces) =>
      pieces.map(({ from, base, slope }) => ({
        rank: this.#rankOf(from),
        piece: { from, base, slope },
        base: base.n * (this.#baseUnit / base.d),
        slope: slope.n * (this.#slopeUnit / slope.d),
      })),
    );
  }

  /** The least level at which the chosen get `total` together, or what they get at the most. */
  equalize(chosen: readonly number[], total: Ratio): Levelled {
    let [low, high] = [0, this.#bends.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const isBelow = compare(this.#totalAt(chosen, middle, this.#bends[middle] as Ratio), total) < 0;
      if (isBelow) low = middle;
      else high = middle;
    }
    return { level: this.#levelAfter(chosen, low, total), rank: low };
  }

  amounts(chosen: readonly number[], { level, rank }: Levelled): Ratio[] {
    return chosen.map((one) => {
      const { base, slope } = this.#pieceOf(one, rank).piece;
      return add(base, multiply(slope, level));
    });
  }

  wholeAmounts(chosen: readonly number[], { level, rank }: Levelled): WholeAmounts {
    const denominator = this.#baseUnit * this.#slopeUnit * level.d;
    const [onBase, onSlope] = [this.#slopeUnit * level.d, this.#baseUnit * level.n];
    const numerators = chosen.map((one) => {
      const { base, slope } = this.#pieceOf(one, rank);
      return base * onBase + slope * onSlope;
    });
    return { numerators, denominator };
  }

  #levelAfter(chosen: readonly number[], rank: number, total: Ratio): Ratio {
    const [base, slope] = this.#sums(chosen, rank);
    const start = this.#bends[rank] as Ratio;
    if (slope === 0n) return start;
    // total = base / baseUnit + slope × level / slopeUnit
    const missing = total.n * this.#baseUnit - base * total.d;
    const level = ratio(missing * this.#slopeUnit, total.d * this.#baseUnit * slope);
    return compare(level, start) > 0 ? level : start;
  }

  #totalAt(chosen: readonly number[], rank: number, level: Ratio): Ratio {
    const [base, slope] = this.#sums(chosen, rank);
    return {
      n: base * this.#slopeUnit * level.d + slope * this.#baseUnit * level.n,
      d: this.#baseUnit * this.#slopeUnit * level.d,
    };
  }

  #sums(chosen: readonly number[], rank: number): [bigint, bigint] {
    let [bases, slopes] = [0n, 0n];
    for (const one of chosen) {
      const { base, slope } = this.#pieceOf(one, rank);
      bases += base;
      slopes += slope;
    }
    return [bases, slopes];
  }

  #pieceOf(one: number, rank: number): Ranked {
    const pieces = this.#pieces[one] as readonly Ranked[];
    let at = pieces.length - 1;
    while (at > 0 && (pieces[at] as Ranked).rank > rank) at -= 1;
    return pieces[at] as Ranked;
  }

  #rankOf(level: Ratio): number {
    let [low, high] = [0, this.#bends.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (compare(this.#bends[middle] as Ratio, level) <= 0) low = middle;
      else high = middle;
    }
    return low;
  }
}

const sharedUnit = (unit: bigint, { d }: Ratio): bigint => (unit % d === 0n ? unit : leastCommonMultiple(unit, d));
