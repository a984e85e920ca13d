import { weightOf } from '../election.ts';
import { compare, type Ratio, ratio } from '../exact/ratio.ts';
import type { Task } from '../method.ts';

/** Voters who approve the same: whom, and how many they are. */
export type Camp = { readonly approves: ReadonlySet<number>; readonly weight: bigint };

/** The ballots as sets of approved candidates; the ranks of a ranked ballot are left out of account. */
export function campsIn({ election, withdrawn }: Task): Camp[] {
  const { ballots } = election;
  const camps = new Map<string, Camp>();
  for (let group = 0; group < ballots.groups; group++) {
    const marks = new Set<number>();
    for (let at = ballots.starts[group] as number; at < (ballots.starts[group + 1] as number); at++) {
      const entry = ballots.entries[at] as number;
      if (entry >= 0 && !withdrawn.has(entry >> 1) && (ballots.scores?.[at] ?? 1) > 0) marks.add(entry >> 1);
    }
    const key = [...marks].sort((a, b) => a - b).join();
    const weight = weightOf(ballots, group) + (camps.get(key)?.weight ?? 0n);
    if (marks.size > 0) camps.set(key, { approves: marks, weight });
  }
  return [...camps.values()];
}

export const supporters = (camps: readonly Camp[], candidate: number): number[] =>
  camps.flatMap(({ approves }, at) => (approves.has(candidate) ? [at] : []));

export function approvalsOf(camps: readonly Camp[], candidates: number): bigint[] {
  return Array.from({ length: candidates }, (_, at) =>
    camps.reduce((sum, { approves, weight }) => (approves.has(at) ? sum + weight : sum), 0n),
  );
}

/** All places with the least value; those without one are left out. */
export function leastOf(
  places: readonly number[],
  value: (at: number) => Ratio | null,
): { places: number[]; value: Ratio } | null {
  let best: { places: number[]; value: Ratio } | null = null;
  for (const at of places) {
    const own = value(at);
    if (own === null) continue;
    const order = best === null ? -1 : compare(own, best.value);
    if (order < 0) best = { places: [at], value: own };
    else if (order === 0) best?.places.push(at);
  }
  return best;
}

/**
 * The least ρ at which the supporters, each paying ρ times the utility but no more than is left, pay the cost together;
 * null where they cannot.
 */
export function priceEach(
  camps: readonly Camp[],
  who: readonly number[],
  left: readonly Ratio[],
  cost: Ratio,
  utility: Ratio,
): Ratio | null {
  const poorFirst = [...who].sort((a, b) => compare(left[a] as Ratio, left[b] as Ratio));
  let rest = cost;
  let payers = poorFirst.reduce((sum, at) => sum + (camps[at] as Camp).weight, 0n);
  for (const at of poorFirst) {
    const money = left[at] as Ratio;
    const { weight } = camps[at] as Camp;
    // If whoever has least of those left can pay an equal part of the rest, all who have more can too.
    if (rest.n * money.d <= money.n * rest.d * payers) {
      return ratio(rest.n * utility.d, rest.d * payers * utility.n);
    }
    // Bringing fractions to lowest terms is what costs most here.
    if (money.n > 0n) rest = ratio(rest.n * money.d - money.n * weight * rest.d, rest.d * money.d);
    payers -= weight;
  }
  return null;
}
