import { byVotes } from '../tally.ts';

/** The most from the bottom, `most` at the utmost, who even with their votes put together stay below the next. */
export function hopeless(places: readonly number[], votes: readonly bigint[], most: number): number[] {
  const rising = byVotes(places, votes).reverse();
  let [sum, size] = [0n, 0];
  rising.forEach((at, place) => {
    if (place > 0 && place <= most && sum < (votes[at] as bigint)) size = place;
    sum += votes[at] as bigint;
  });
  return rising.slice(0, size);
}
