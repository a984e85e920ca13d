// Committees once more, by trying everything or by fractions of the simplest kind.
import { add, compare, divide, one, type Ratio, ratio, subtract, sum, zero } from '../../src/exact/ratio.ts';
import { naiveShares } from './budgets.ts';

export type Approvals = {
  readonly candidates: number;
  readonly seats: number;
  readonly ballots: readonly (readonly number[])[];
};

export function everyCommittee(candidates: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: candidates - from }, (_, at) => from + at).flatMap((first) =>
    everyCommittee(candidates, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

export function naivePav({ candidates, seats, ballots }: Approvals): number[][] {
  const score = (committee: readonly number[]) =>
    ballots.reduce((sum, ballot) => {
      const number = ballot.filter((at) => committee.includes(at)).length;
      return Array.from({ length: number }, (_, at) => ratio(1n, BigInt(at + 1))).reduce(add, sum);
    }, zero);
  const all = everyCommittee(candidates, Math.min(seats, candidates)).map((committee) => ({
    committee,
    value: score(committee),
  }));
  const best = all.map(({ value }) => value).reduce((a, b) => (compare(b, a) > 0 ? b : a));
  return all.filter(({ value }) => compare(value, best) === 0).map(({ committee }) => committee);
}

/** One after the other, each time whoever adds most; null where a lot is needed. */
export function naiveSequentialPav({ candidates, seats, ballots }: Approvals): number[] | null {
  const elected: number[] = [];
  while (elected.length < Math.min(seats, candidates)) {
    const open = Array.from({ length: candidates }, (_, at) => at).filter((at) => !elected.includes(at));
    const adds = open.map((at) =>
      sum(
        ballots
          .filter((ballot) => ballot.includes(at))
          .map((ballot) => ratio(1n, BigInt(ballot.filter((each) => elected.includes(each)).length + 1))),
      ),
    );
    const best = open.filter((_, at) => adds.every((other) => compare(adds[at]!, other) >= 0));
    if (best.length > 1) return null;
    elected.push(...best);
  }
  return elected;
}

/** Phragmén: each voter has a load of its own, perhaps from before; null where a lot is needed. */
export function naivePhragmen(
  { candidates, seats, ballots }: Approvals,
  before: readonly Ratio[] = ballots.map(() => zero),
  taken: readonly number[] = [],
): number[] | null {
  const loads = [...before];
  const elected = [...taken];
  while (elected.length < Math.min(seats, candidates)) {
    const rows = Array.from({ length: candidates }, (_, at) => at)
      .filter((at) => !elected.includes(at))
      .map((at) => {
        const who = ballots.flatMap((ballot, voter) => (ballot.includes(at) ? [voter] : []));
        const load =
          who.length === 0
            ? null
            : divide(who.map((voter) => loads[voter]!).reduce(add, one), ratio(BigInt(who.length)));
        return { at, who, load };
      });
    const known = rows.flatMap(({ load }) => (load === null ? [] : [load]));
    const least = known.length === 0 ? null : known.reduce((a, b) => (compare(b, a) < 0 ? b : a));
    const best = rows.filter(({ load }) =>
      least === null ? load === null : load !== null && compare(load, least) === 0,
    );
    if (best.length > 1) return null;
    const { at, who, load } = best[0]!;
    for (const voter of who) loads[voter] = load!;
    elected.push(at);
  }
  return elected;
}

/** Equal shares for seats; `completion` fills what nobody can pay for. */
export function naiveEqualShares(profile: Approvals, completion: 'phragmen' | 'approval' | 'none'): number[] | null {
  const { candidates, seats, ballots } = profile;
  const all = Array.from({ length: candidates }, (_, at) => at);
  const { bought, money } = naiveShares(
    all.map(() => ({ cost: 1 })),
    seats,
    ballots,
    { byCost: false },
  );
  if (bought === null) return null;
  const open = Math.min(seats, candidates) - bought.length;
  if (open === 0 || completion === 'none') return bought;
  // Who has less money left carries more load.
  const richest = money.reduce((a, b) => (compare(b, a) > 0 ? b : a));
  if (completion === 'phragmen')
    return naivePhragmen(
      profile,
      money.map((own) => subtract(richest, own)),
      bought,
    );
  const votes = (at: number) => ballots.filter((ballot) => ballot.includes(at)).length;
  const order = all.filter((at) => !bought.includes(at)).sort((a, b) => votes(b) - votes(a));
  const [last, next] = [order[open - 1], order[open]];
  if (last !== undefined && next !== undefined && votes(last) === votes(next)) return null;
  return [...bought, ...order.slice(0, open)];
}
