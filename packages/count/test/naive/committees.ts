// Committees, budgets and seats once more, by trying everything or by fractions of the simplest kind.
import { add, compare, divide, one, type Ratio, ratio, subtract, zero } from '../../src/exact/ratio.ts';

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

/** Phragmén: each voter has a load of its own; null where a lot is needed. */
export function naivePhragmen({ candidates, seats, ballots }: Approvals): number[] | null {
  const loads = ballots.map(() => zero);
  const elected: number[] = [];
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

export type Project = { readonly cost: number };

/** Equal shares for a budget, without completion: the price is found by trying every number of voters who pay all they have. */
export function naiveShares(
  projects: readonly Project[],
  budget: number,
  ballots: readonly (readonly number[])[],
  byCost: boolean,
): number[] | null {
  const money = ballots.map(() => ratio(BigInt(budget), BigInt(ballots.length)));
  const bought: number[] = [];
  for (;;) {
    const rows = projects.flatMap(({ cost }, at) => {
      const who = ballots.flatMap((ballot, voter) => (ballot.includes(at) ? [voter] : []));
      if (bought.includes(at) || who.length === 0 || cost > budget) return [];
      const price = priceOf(
        who.map((voter) => money[voter]!),
        ratio(BigInt(cost)),
      );
      return price === null ? [] : [{ at, who, price, rho: byCost ? divide(price, ratio(BigInt(cost))) : price }];
    });
    if (rows.length === 0) return bought;
    const least = rows.map(({ rho }) => rho).reduce((a, b) => (compare(b, a) < 0 ? b : a));
    const best = rows.filter(({ rho }) => compare(rho, least) === 0);
    if (best.length > 1) return null;
    const { at, who, price } = best[0]!;
    for (const voter of who) money[voter] = compare(money[voter]!, price) < 0 ? zero : subtract(money[voter]!, price);
    bought.push(at);
  }
}

function priceOf(money: readonly Ratio[], cost: Ratio): Ratio | null {
  const rising = [...money].sort(compare);
  for (let poor = 0; poor < rising.length; poor++) {
    const rest = rising.slice(0, poor).reduce(subtract, cost);
    const price = divide(rest, ratio(BigInt(rising.length - poor)));
    const fits = rising.every((own, at) => (at < poor ? compare(own, price) <= 0 : compare(own, price) >= 0));
    if (fits && compare(price, zero) > 0) return price;
  }
  return null;
}

/** The seats by sorting every quotient there could be; null where the last seat falls on equals. */
export function naiveDivisors(
  votes: readonly number[],
  seats: number,
  divisor: (has: number) => Ratio,
): number[] | null {
  const all = votes.flatMap((number, at) =>
    Array.from({ length: seats + 1 }, (_, has) => ({ at, value: divide(ratio(BigInt(number)), divisor(has)) })),
  );
  all.sort((a, b) => compare(b.value, a.value));
  if (compare(all[seats - 1]!.value, all[seats]!.value) === 0) return null;
  return votes.map((_, at) => all.slice(0, seats).filter((row) => row.at === at).length);
}

export function naiveRemainders(votes: readonly number[], seats: number, quota: Ratio): number[] | null {
  const shares = votes.map((number) => divide(ratio(BigInt(number)), quota));
  const has = shares.map(({ n, d }) => Number(n / d));
  let left = seats - has.reduce((a, b) => a + b, 0);
  const rest = shares.map((share, at) => subtract(share, ratio(BigInt(has[at]!))));
  const order = votes.map((_, at) => at).sort((a, b) => compare(rest[b]!, rest[a]!));
  // Fewer votes than seats: every list is served in turn.
  for (; left >= votes.length; left -= votes.length) for (const at of order) has[at]! += 1;
  if (left > 0 && left < votes.length && compare(rest[order[left - 1]!]!, rest[order[left]!]!) === 0) return null;
  for (const at of order.slice(0, left)) has[at]! += 1;
  return has;
}
