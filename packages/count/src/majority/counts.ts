import { type Bases, type Majorities, type Outcome, outcomesOf, outcomeUnder } from './outcome.ts';
import { nobody, type Share, sumShares, type Tally, turnoutOf, votesAlone } from './tally.ts';

/** What was counted in one block, by one channel, of one delegation: one share where the tellers agree, else both. */
export type Count = readonly Share[];

export interface MajorityResult {
  /** One tally if the tellers agree everywhere, else two: of each count's first and second entries. */
  readonly tallies: readonly Tally[];
  readonly turnout: number;
  readonly outcome: Outcome | 'undetermined';
  /** Where two majorities are asked for: how each came out, if the tellers agree. */
  readonly each?: readonly Outcome[];
  /** Where a majority of delegations is asked for: on which side they are. */
  readonly bodies?: readonly Tally[];
}

export const countsBodies = ({ rule, and }: Majorities): boolean => rule.of === 'bodies' || and?.of === 'bodies';

/** The result of all that was counted, wherever it was counted. */
export function majorityResult(rules: Majorities, counts: readonly Count[], bases: Bases): MajorityResult {
  const first = sumShares(counts.map((shares) => shares[0] ?? votesAlone(nobody)));
  const second = sumShares(counts.map((shares) => shares[1] ?? shares[0] ?? votesAlone(nobody)));
  const sums = counts.every(({ length }) => length < 2) ? [first] : [first, second];
  const each = rules.and === undefined || sums.length > 1 ? {} : { each: outcomesOf(rules, first, bases) };
  return {
    tallies: sums.map(({ tally }) => tally),
    turnout: Math.max(...sums.map(({ tally }) => turnoutOf(tally))),
    outcome: outcomeOfCounts(rules, counts, bases) ?? 'undetermined',
    ...each,
    ...(countsBodies(rules) ? { bodies: sums.map(({ bodies }) => bodies) } : {}),
  };
}

/** More differing counts than this decide nothing: nobody could check the combinations by hand either. */
const maxDiffering = 12;

/** The outcome if every combination of the tellers' numbers gives it; otherwise null, and somebody has to count again. */
export function outcomeOfCounts(rules: Majorities, counts: readonly Count[], bases: Bases): Outcome | null {
  const differing = counts.filter((shares) => shares.length > 1);
  if (differing.length > maxDiffering) return null;
  const agreed = counts.flatMap((shares) => (shares.length > 1 ? [] : shares));
  let sums: readonly Share[] = [sumShares(agreed)];
  for (const shares of differing) sums = sums.flatMap((sum) => shares.map((share) => sumShares([sum, share])));
  const outcomes = new Set(sums.map((sum) => outcomeUnder(rules, sum, bases)));
  const [first] = outcomes;
  return outcomes.size === 1 && first !== undefined ? first : null;
}
