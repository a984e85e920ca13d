import { floor, multiply, type Ratio, ratio, sum, whole, zero } from '../exact/ratio.ts';
import { type LimitedShare, shareLimited } from '../limited/share-limited.ts';
import type { Claim } from '../sharing/claim.ts';
import { byName } from '../sharing/whole-units.ts';
import type { Served } from './item-plan.ts';
import type { Item, Need, PlanProblem, Site } from './model.ts';
import { type Ways, waysOf } from './ways.ts';

export type Shared = {
  readonly share: LimitedShare;
  readonly needs: readonly Need[];
  readonly served: Served;
  readonly ways: Ways;
};

/** Who gets how much of one item, by the problem's rule; ways are the same whatever the rule, and take longest to find. */
export function shareItem(problem: PlanProblem, item: Item, ways: Ways = waysOf(problem, item)): Shared {
  const sites = new Map(problem.sites.map((site) => [site.id, site]));
  const needs = problem.needs.filter((need) => need.item === item.id).sort((a, b) => byName(a.site, b.site));
  const stocks = Map.groupBy(
    problem.stocks.filter((stock) => stock.item === item.id),
    ({ site }) => site,
  );
  const depots = [...stocks].map(([id, lots]) => ({ id, stock: sum(lots.map(({ amount }) => amount)) }));
  const reach = new Map(
    needs.map(
      ({ site }) => [site, depots.filter(({ id }) => ways.cost(id, site) !== null).map(({ id }) => id)] as const,
    ),
  );
  const claims = needs.map((need) => claimOf(need, sites.get(need.site)));
  const share = shareLimited({ depots, claims, reach, indivisible: item.indivisible }, problem.rule);
  return { share, needs, ways, served: servedBy(item, needs, share, sites) };
}

const claimOf = (need: Need, site: Site | undefined): Claim => ({
  id: need.site,
  amount: need.capped,
  weight: site?.weight ?? ratio(1n),
  rank: site?.rank ?? 0,
  floor: need.floor,
  ceiling: need.ceiling,
});

function servedBy(item: Item, needs: readonly Need[], share: LimitedShare, sites: ReadonlyMap<string, Site>): Served {
  let [people, of] = [zero, 0n];
  for (const [at, need] of needs.entries()) {
    const count = BigInt(sites.get(need.site)?.people ?? 0);
    of += count;
    if (need.capped.n === 0n) continue;
    const part = ratio((share.awards[at] as Ratio).n * need.capped.d, (share.awards[at] as Ratio).d * need.capped.n);
    people = sum([people, multiply(whole(count), part)]);
  }
  return { item: item.id, people: floor(people), of };
}
