import { compare, type Ratio, ratio, sum, zero } from '../exact/ratio.ts';
import type { LimitedShare } from '../limited/share-limited.ts';
import { byName } from '../sharing/whole-units.ts';
import { deliver } from './deliver.ts';
import type { ItemPlan, Line, Served } from './item-plan.ts';
import { type LeftAside, leftAside } from './left-aside.ts';
import type { Delivery, Item, PlanProblem, Site } from './model.ts';
import type { PlannedTrips } from './planned-trips.ts';
import { shareItem } from './share-item.ts';
import { spoilsOf } from './spoils.ts';
import { planTrips } from './trips.ts';
import type { Ways } from './ways.ts';

export type Plan = {
  readonly problem: PlanProblem;
  readonly items: readonly ItemPlan[];
  readonly changes: readonly Change[] | null;
  /** Null where no vehicles are known. */
  readonly trips: PlannedTrips | null;
  /** The same without any passage that somebody had to grant; null where none is needed. */
  readonly withoutPassages: readonly Served[] | null;
  readonly leftAside: LeftAside;
};

export type Change = {
  readonly site: string;
  readonly item: string;
  readonly before: Ratio;
  readonly after: Ratio;
  /** By depot, those that bring another amount than before. */
  readonly depots: readonly { readonly depot: string; readonly before: Ratio; readonly after: Ratio }[];
};

export function plan(problem: PlanProblem): Plan {
  const shares = planShares(problem);
  return problem.vehicles.length === 0 ? shares : { ...shares, trips: planTrips(problem, shares.items) };
}

/** The same without trips: the plan of a problem without vehicles, for a page that does not carry what looks for rounds. */
export function planShares(problem: PlanProblem): Plan {
  const items = [...problem.items].sort((a, b) => byName(a.id, b.id)).map((item) => planItem(problem, item));
  const { safeConducts, relays, always } = problem.passages;
  const granted = safeConducts.length + relays.length + always.length > 0;
  const bare = { ...problem, passages: { safeConducts: [], relays: [], always: [] } };
  return {
    problem,
    items,
    changes: problem.previous === null ? null : changesSince(problem.previous, items),
    trips: null,
    withoutPassages: granted ? items.map(({ item }) => shareItem(bare, item).served) : null,
    leftAside: leftAside(problem),
  };
}

function planItem(problem: PlanProblem, item: Item): ItemPlan {
  const { share, needs, ways, served } = shareItem(problem, item);
  const carried = deliver(problem, item, { share, ways });
  const sites = new Map(problem.sites.map((site) => [site.id, site]));
  const lines = needs.map((need, at): Line => {
    const site = sites.get(need.site) as Site;
    const from = share.depots.flatMap(({ id }, depot) => {
      const amount = carried[depot]?.[at] ?? zero;
      if (amount.n === 0n) return [];
      return [{ from: id, to: site.id, item: item.id, amount, way: ways.detail(id, site.id) }];
    });
    return { site, need, at, award: share.awards[at] ?? zero, from, cutOffBy: cutOff(share, at, ways) };
  });
  return { item, share, lines, served, spoils: spoilsOf(problem, item, lines) };
}

function cutOff({ depots, reach, claims }: LimitedShare, at: number, ways: Ways): readonly string[] | null {
  if ((reach[at] ?? []).length > 0) return null;
  const cuts = depots.flatMap(({ id }) => {
    const cut = ways.cutOffBy(id, claims[at]?.id ?? '');
    return cut === undefined ? [] : [cut];
  });
  return cuts.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** Every site and item of which the amount, or what one of the depots brings, is not what it was. */
function changesSince(previous: readonly Delivery[], items: readonly ItemPlan[]): Change[] {
  const now = items.flatMap(({ lines }) => lines.flatMap(({ from }) => from));
  const keyOf = ({ to, item }: Delivery): string => JSON.stringify([item, to]);
  const [old, fresh] = [Map.groupBy(previous, keyOf), Map.groupBy(now, keyOf)];
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].sort(byName);
  return keys.flatMap((one) => {
    const [item = '', site = ''] = JSON.parse(one);
    const [was, is] = [old.get(one) ?? [], fresh.get(one) ?? []];
    const names = [...new Set([...was, ...is].map(({ from }) => from))].sort(byName);
    const depots = names
      .map((depot) => ({ depot, before: broughtBy(depot, was), after: broughtBy(depot, is) }))
      .filter(({ before, after }) => !isNear(before, after));
    const [before, after] = [was, is].map((some) => sum(some.map(({ amount }) => amount))) as [Ratio, Ratio];
    return depots.length === 0 ? [] : [{ site, item, before, after, depots }];
  });
}

const broughtBy = (depot: string, some: readonly Delivery[]): Ratio =>
  sum(some.filter(({ from }) => from === depot).map(({ amount }) => amount));

/** A plan that was written down holds its amounts as a program's numbers, cut to nine decimals when read again. */
const isNear = (a: Ratio, b: Ratio): boolean => {
  const apart = ratio(a.n * b.d - b.n * a.d, a.d * b.d);
  const size = apart.n < 0n ? { n: -apart.n, d: apart.d } : apart;
  return compare(size, ratio(1n, 1_000_000n)) < 0;
};
