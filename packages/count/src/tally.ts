import type { Election } from './election.ts';
import { shortDecimal } from './exact/decimal.ts';

/** Weights as they are read out: in votes, with decimals only where the weights have any. */
export const votesText = (units: bigint, { ballots }: Election): string => shortDecimal(units, ballots.scale);

/** The places from the most votes to the fewest. */
export function byVotes(places: readonly number[], votes: readonly bigint[]): number[] {
  return [...places].sort((a, b) => {
    const difference = (votes[b] as bigint) - (votes[a] as bigint);
    return difference < 0n ? -1 : difference > 0n ? 1 : a - b;
  });
}

export const smallest = (values: readonly bigint[]): bigint =>
  values.reduce((least, value) => (value < least ? value : least));
export const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
