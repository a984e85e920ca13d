import { add, floor, type Ratio, whole, zero } from '../exact/ratio.ts';
import type { Claim, RuleName } from '../sharing/claim.ts';
import { constant, type LevelFunction } from '../sharing/level.ts';
import { levelFunctions } from '../sharing/rules.ts';
import { onlyFloor, ranksOf } from '../sharing/share.ts';
import { byName, inWholeUnits, remainderOrder } from '../sharing/whole-units.ts';
import { type Block, levelledBlocks, stockOf } from './blocks.ts';
import { Flow } from './max-flow.ts';

export type Depot = { readonly id: string; readonly stock: Ratio };

/** Many depots with one kind of goods, of which not every one reaches every claimant. */
export type LimitedProblem = {
  readonly depots: readonly Depot[];
  readonly claims: readonly Claim[];
  /** By claimant's name, the names of the depots that reach it. */
  readonly reach: ReadonlyMap<string, readonly string[]>;
  readonly indivisible: boolean;
};

export type LimitedShare = {
  readonly rule: RuleName;
  readonly depots: readonly Depot[];
  readonly claims: readonly Claim[];
  /** By claimant: the places of its depots. */
  readonly reach: readonly (readonly number[])[];
  readonly exact: readonly Ratio[];
  readonly awards: readonly Ratio[];
  /** By claimant, what bound it when its class was served. */
  readonly bounds: readonly Bound[];
};

/** The sites that share the same depots at one level, and how much of those the classes before them took. */
export type Bound = { readonly block: Block; readonly stock: Ratio; readonly takenBefore: Ratio };

/**
 * Class after class: each is shared with what the classes before it have held fast as amounts, not as deliveries, so
 * that a depot may still change whom it serves.
 */
export function shareLimited(problem: LimitedProblem, rule: RuleName): LimitedShare {
  const { depots, claims, reach } = inOrder(problem);
  const stocks = depots.map(({ stock }) => stock);
  const exact: Ratio[] = claims.map(() => zero);
  const awards: Ratio[] = claims.map(() => zero);
  const bounds: Bound[] = [];
  const served: number[] = [];
  for (const members of ranksOf(claims)) {
    const own = members.map((at) => claims[at] as Claim);
    const sites = [...served, ...members];
    const waysOf = sites.map((at) => reach[at] ?? []);
    const held = served.map((at): LevelFunction => constant(awards[at] ?? zero));
    const levelled = (using: RuleName, some: readonly Claim[]) =>
      levelledBlocks([...held, ...levelFunctions(using, some)], waysOf, stocks);
    const promised = own.some((claim) => claim.floor.n > 0n) ? levelled('leximin', own.map(onlyFloor)).amounts : null;
    const bounded = own.map((claim, i) => ({ ...claim, floor: promised?.[served.length + i] ?? zero }));
    const { amounts, blocks } = levelled(rule, bounded);
    for (const [i, at] of members.entries()) exact[at] = awards[at] = amounts[served.length + i] as Ratio;
    for (const block of blocks) {
      const before = block.sites.filter((i) => i < served.length).map((i) => awards[sites[i] as number] ?? zero);
      const named = { ...block, sites: block.sites.filter((i) => i >= served.length).map((i) => sites[i] as number) };
      const bound = { block: named, stock: stockOf(block, stocks), takenBefore: before.reduce(add, zero) };
      for (const at of named.sites) bounds[at] = bound;
    }
    served.push(...members);
    if (problem.indivisible) makeWhole({ members, served, awards, claims, reach, stocks });
  }
  return { rule, depots, claims, reach, exact, awards, bounds };
}

function inOrder({ depots, claims, reach, indivisible }: LimitedProblem) {
  const sorted = depots
    .map(({ id, stock }): Depot => ({ id, stock: indivisible ? whole(floor(stock)) : stock }))
    .sort((a, b) => byName(a.id, b.id));
  const placeOf = new Map(sorted.map(({ id }, place) => [id, place]));
  const all = [...claims].sort((a, b) => byName(a.id, b.id));
  return {
    depots: sorted,
    claims: indivisible ? all.map(inWholeUnits) : all,
    reach: all.map(({ id }) => {
      const places = (reach.get(id) ?? []).flatMap((depot) => placeOf.get(depot) ?? []);
      return [...new Set(places)].sort((a, b) => a - b);
    }),
  };
}

type Whole = {
  readonly members: readonly number[];
  readonly served: readonly number[];
  readonly awards: Ratio[];
  readonly claims: readonly Claim[];
  readonly reach: readonly (readonly number[])[];
  readonly stocks: readonly Ratio[];
};

/** Cuts the awards of a class to whole units and gives out what is over by the largest remainder, as far as the depots reach. */
function makeWhole({ members, served, awards, claims, reach, stocks }: Whole): void {
  const exact = members.map((at) => awards[at] as Ratio);
  for (const at of members) awards[at] = whole(floor(awards[at] as Ratio));
  const flow = new Flow(
    { depots: stocks.length, reach: served.map((at) => reach[at] ?? []) },
    stocks.map(({ n }) => n),
    served.map((at) => (awards[at] as Ratio).n),
  );
  flow.fill();
  const placeOf = new Map(served.map((at, place) => [at, place]));
  const own = members.map((at) => claims[at] as Claim);
  for (const i of remainderOrder(exact, own)) {
    const at = members[i] as number;
    if (flow.addUnit(placeOf.get(at) as number)) awards[at] = add(awards[at] as Ratio, whole(1n));
  }
}
