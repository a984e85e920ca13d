import { add, leastCommonMultiple, type Ratio, sum, zero } from '../exact/ratio.ts';
import { Equalizer, type WholeAmounts } from '../sharing/equalize.ts';
import type { LevelFunction } from '../sharing/level.ts';
import { Flow } from './max-flow.ts';

/** Sites and the depots that are theirs alone: what those have is all that these can get, and all of them are at one level. */
export type Block = { readonly sites: readonly number[]; readonly depots: readonly number[]; readonly level: Ratio };

type Part = { readonly sites: readonly number[]; readonly depots: readonly number[] };

/**
 * Shares what depots have among sites that not every depot reaches, so that no level can be raised without lowering one
 * that is no higher. Everybody is first given the level at which all together get what all depots have. If the depots cannot
 * deliver that, the cut that proves it (maximum flow, minimum cut) parts those who lack, with all depots that reach them,
 * from the rest, and each side is shared by itself: the decomposition of Fujishige 1980 and Groenevelt 1991. Every cut
 * takes at least one depot away, so there are at most twice as many flows as depots.
 */
export function levelledBlocks(
  functions: readonly LevelFunction[],
  reach: readonly (readonly number[])[],
  stocks: readonly Ratio[],
): { readonly amounts: readonly Ratio[]; readonly blocks: readonly Block[] } {
  const equalizer = new Equalizer(functions);
  const amounts: Ratio[] = functions.map(() => zero);
  const blocks: Block[] = [];
  const waiting: Part[] = [{ sites: [...functions.keys()], depots: [...stocks.keys()] }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { sites } = part;
    const { groups, groupOf, depots } = grouped(part, reach);
    const levelled = equalizer.equalize(sites, sum(depots.map((depot) => stocks[depot] ?? zero)));
    const cut = cutOf({
      groups,
      groupOf,
      ...equalizer.wholeAmounts(sites, levelled),
      stocks: depots.map((depot) => stocks[depot] ?? zero),
    });
    if (cut === null) {
      for (const [at, amount] of equalizer.amounts(sites, levelled).entries()) amounts[sites[at] as number] = amount;
      blocks.push({ sites, depots, level: levelled.level });
      continue;
    }
    const isShort = (at: number): boolean => cut.groups[groupOf[at] as number] === 1;
    waiting.push(
      { sites: sites.filter((_, at) => !isShort(at)), depots: depots.filter((_, at) => cut.depots[at] === 0) },
      { sites: sites.filter((_, at) => isShort(at)), depots: depots.filter((_, at) => cut.depots[at] === 1) },
    );
  }
  return { amounts, blocks };
}

type Grouped = {
  /** By group, the places of its depots in `depots`. */
  readonly groups: readonly (readonly number[])[];
  readonly groupOf: readonly number[];
  /** Those of the part's depots that reach anybody in it. */
  readonly depots: readonly number[];
};

function grouped({ sites, depots }: Part, reach: readonly (readonly number[])[]): Grouped {
  const own = new Set(depots);
  const used = new Set<number>();
  const within = sites.map((site) => (reach[site] ?? []).filter((depot) => own.has(depot)));
  for (const depot of within.flat()) used.add(depot);
  const kept = depots.filter((depot) => used.has(depot));
  const placeOf = new Map(kept.map((depot, place) => [depot, place]));
  const numberOf = new Map<string, number>();
  const groups: number[][] = [];
  const groupOf = within.map((some) => {
    const key = some.join();
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, groups.length);
    groups.push(some.map((depot) => placeOf.get(depot) ?? 0));
    return groups.length - 1;
  });
  return { groups, groupOf, depots: kept };
}

type Asked = Omit<Grouped, 'depots'> & WholeAmounts & { readonly stocks: readonly Ratio[] };

/** Who has to be parted from whom, or null where everybody can be given what they are to get. */
function cutOf({ groups, groupOf, numerators, denominator, stocks }: Asked): ReturnType<Flow['shortSide']> | null {
  if (stocks.length === 1 && groups.every(({ length }) => length === 1)) return null;
  const unit = stocks.reduce((all, { d }) => (all % d === 0n ? all : leastCommonMultiple(all, d)), denominator);
  const factor = unit / denominator;
  const wanted = groups.map(() => 0n);
  for (const [at, group] of groupOf.entries())
    wanted[group] = (wanted[group] ?? 0n) + (numerators[at] as bigint) * factor;
  const scaled = stocks.map(({ n, d }) => n * (unit / d));
  const shared = sharedDivisor([...wanted, ...scaled]);
  const flow = new Flow(
    { depots: stocks.length, reach: groups },
    scaled.map((amount) => amount / shared),
    wanted.map((amount) => amount / shared),
  );
  flow.fill();
  return flow.lacking.every((lack) => Number(lack) === 0) ? null : flow.shortSide();
}

function sharedDivisor(amounts: readonly bigint[]): bigint {
  let shared = 0n;
  for (const amount of amounts) {
    let [a, b] = [shared, amount];
    while (b !== 0n) [a, b] = [b, a % b];
    shared = a;
    if (shared === 1n) break;
  }
  return shared === 0n ? 1n : shared;
}

/** What the depots of a block have. */
export const stockOf = (block: Block, stocks: readonly Ratio[]): Ratio =>
  block.depots.reduce((all, depot) => add(all, stocks[depot] ?? zero), zero);
