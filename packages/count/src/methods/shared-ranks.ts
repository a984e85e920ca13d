import type { Ballots } from '../election.ts';
import type { Arithmetic } from '../exact/arithmetic.ts';
import { isTied } from '../ranked.ts';

/** Gives a candidate a part of one ballot. */
type Give<T> = (candidate: number, part: T) => void;

/** The ranks of one ballot, without those who keep nothing, and each candidate once; a rank may be left empty. */
export function ranksOf<T>(
  { entries, starts }: Ballots,
  group: number,
  keep: readonly T[],
  isZero: (value: T) => boolean,
): number[][] {
  const ranks: number[][] = [];
  const seen = new Set<number>();
  for (let at = starts[group] as number; at < (starts[group + 1] as number); at++) {
    const entry = entries[at] as number;
    if (!isTied(entry)) ranks.push([]);
    const candidate = entry >> 1;
    if (entry < 0 || seen.has(candidate) || isZero(keep[candidate] as T)) continue;
    seen.add(candidate);
    ranks.at(-1)?.push(candidate);
  }
  return ranks;
}

/**
 * Every order of a shared rank counts for an equal part of the ballot. Those before a candidate in an order each pass on what
 * they do not keep; the sums over all orders are the elementary symmetric polynomials of what is passed on.
 */
export function inAllOrders<T>(ranks: readonly number[][], keep: readonly T[], math: Arithmetic<T>, give: Give<T>): T {
  let weight = math.one;
  for (const rank of ranks) {
    if (math.compare(weight, math.zero) === 0) break;
    const passed = rank.map((candidate) => math.subtract(math.one, keep[candidate] as T));
    if (rank.length === 1) {
      const [candidate = 0] = rank;
      give(candidate, math.multiply(weight, keep[candidate] as T));
      weight = math.multiply(weight, passed[0] as T);
      continue;
    }
    for (const [place, candidate] of rank.entries()) {
      const share = math.times(
        math.multiply(averagePassed(passed, place, math), keep[candidate] as T),
        1n,
        BigInt(rank.length),
      );
      give(candidate, math.multiply(weight, share));
    }
    weight = math.multiply(
      weight,
      passed.reduce((product, each) => math.multiply(product, each), math.one),
    );
  }
  return weight;
}

/** What on average reaches the one at `skip`, over all orders of the others: the sum of e_k by the binomials. */
function averagePassed<T>(passed: readonly T[], skip: number, math: Arithmetic<T>): T {
  const others = passed.length - 1;
  const sums = [math.one, ...new Array<T>(others).fill(math.zero)];
  passed.forEach((each, place) => {
    if (place === skip) return;
    for (let k = others; k >= 1; k--) {
      sums[k] = math.add(sums[k] as T, math.multiply(sums[k - 1] as T, each));
    }
  });
  let [result, binomial] = [math.zero, 1n];
  for (const [k, sum] of sums.entries()) {
    result = math.add(result, math.divide(sum, binomial));
    binomial = (binomial * BigInt(others - k)) / BigInt(k + 1);
  }
  return result;
}

/** A shared rank divides the ballot equally; each part goes on by itself. What is left of it goes to `leave`. */
export function inEqualParts<T>(
  ranks: readonly number[][],
  keep: readonly T[],
  math: Arithmetic<T>,
  give: Give<T>,
  leave: (part: T) => void,
): void {
  const hand = (place: number, weight: T): void => {
    const rank = ranks[place];
    if (rank === undefined || rank.length === 0) {
      leave(weight);
      return;
    }
    const share = math.divide(weight, BigInt(rank.length));
    for (const candidate of rank) {
      const factor = keep[candidate] as T;
      give(candidate, math.multiply(share, factor));
      // Whoever is not elected yet takes all of it.
      if (factor === math.one) continue;
      const passed = math.multiply(share, math.subtract(math.one, factor));
      if (math.compare(passed, math.zero) > 0) hand(place + 1, passed);
    }
  };
  hand(0, math.one);
}
