// Budgets once more: every voter has an own purse, every completion is written out.
import { add, compare, divide, type Ratio, ratio, subtract, zero } from '../../src/exact/ratio.ts';

export type Project = { readonly cost: number };
type Ballots = readonly (readonly number[])[];
export type ShareRule = { readonly byCost: boolean; readonly purse?: Ratio };

const costOf = (projects: readonly Project[], chosen: readonly number[]): number =>
  chosen.reduce((all, at) => all + projects[at]!.cost, 0);

/**
 * Equal shares without completion: the price is found by trying every number of voters who pay all they have. `bought` is null
 * where a lot is needed.
 */
export function naiveShares(
  projects: readonly Project[],
  budget: number,
  ballots: Ballots,
  { byCost, purse = ratio(BigInt(budget), BigInt(ballots.length)) }: ShareRule,
): { bought: number[] | null; money: Ratio[] } {
  const money = ballots.map(() => purse);
  const bought: number[] = [];
  for (;;) {
    const rows = projects.flatMap(({ cost }, at) => {
      const who = ballots.flatMap((ballot, voter) => (ballot.includes(at) ? [voter] : []));
      if (bought.includes(at) || who.length === 0 || cost > budget || cost === 0) return [];
      const price = priceOf(
        who.map((voter) => money[voter]!),
        ratio(BigInt(cost)),
      );
      return price === null ? [] : [{ at, who, price, rho: byCost ? divide(price, ratio(BigInt(cost))) : price }];
    });
    if (rows.length === 0) return { bought, money };
    const least = rows.map(({ rho }) => rho).reduce((a, b) => (compare(b, a) < 0 ? b : a));
    const best = rows.filter(({ rho }) => compare(rho, least) === 0);
    if (best.length > 1) return { bought: null, money };
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

/** The most votes first, whatever still fits; null where equals do not all fit. */
export function naiveGreedy(
  projects: readonly Project[],
  budget: number,
  ballots: Ballots,
  taken: readonly number[] = [],
): number[] | null {
  const votes = projects.map((_, at) => ballots.filter((ballot) => ballot.includes(at)).length);
  const funded = [...taken];
  for (const level of [...new Set(votes)].sort((a, b) => b - a)) {
    const left = budget - costOf(projects, funded);
    const fitting = projects.flatMap(({ cost }, at) =>
      votes[at] === level && level > 0 && !taken.includes(at) && cost <= left ? [at] : [],
    );
    if (fitting.length > 1 && costOf(projects, fitting) > left) return null;
    funded.push(...fitting);
  }
  return funded;
}

/** Equal shares with its completions: purses grow by steps as long as the total suffices, then the greedy rule. */
export function naiveBudget(
  projects: readonly Project[],
  budget: number,
  ballots: Ballots,
  rule: ShareRule & { readonly completion: string; readonly step?: Ratio },
): number[] | null {
  const start = ratio(BigInt(budget), BigInt(ballots.length));
  const step = rule.step ?? divide(start, ratio(100n));
  let purse = start;
  const wanted = projects.filter(
    ({ cost }, at) => cost > 0 && cost <= budget && ballots.some((ballot) => ballot.includes(at)),
  );
  while (rule.completion.startsWith('add1')) {
    const { bought } = naiveShares(projects, budget, ballots, { ...rule, purse: add(purse, step) });
    if (bought === null) return null;
    if (costOf(projects, bought) > budget) break;
    purse = add(purse, step);
    if (bought.length === wanted.length) break;
  }
  const { bought } = naiveShares(projects, budget, ballots, { ...rule, purse });
  if (bought === null || !rule.completion.endsWith('greedy')) return bought;
  return naiveGreedy(projects, budget, ballots, bought);
}
