import { add, leastCommonMultiple, multiply, type Ratio, ratio, sum, zero } from '../exact/ratio.ts';
import { momentOf } from '../moment.ts';
import type { Item, PlanProblem, Stock } from './model.ts';
import type { Shared } from './share-item.ts';
import { cheapestDeliveries } from './transport.ts';

/** Who is served from where: as before as far as possible, then by the shortest ways. */
export function deliver(
  { previous, stocks }: PlanProblem,
  item: Item,
  { share, ways }: Pick<Shared, 'share' | 'ways'>,
): readonly (readonly Ratio[])[] {
  const cost = share.depots.map(({ id }) => share.claims.map((claim) => ways.cost(id, claim.id)));
  const lots = item.perishable ? lotsByMoment(stocks.filter((stock) => stock.item === item.id)) : null;
  const parts = lots === null ? [] : [...lots.values()].flat();
  const amounts = [...share.depots.map(({ stock }) => stock), ...share.awards, ...parts];
  const unit = amounts.reduce((all, { d }) => leastCommonMultiple(all, d), 1n);
  const scaled = (value: Ratio): bigint => value.n * (unit / value.d);
  const before = new Map<string, Ratio>();
  for (const { from, to, item: carried, amount } of previous ?? []) {
    if (carried !== item.id) continue;
    const pair = JSON.stringify([from, to]);
    before.set(pair, add(before.get(pair) ?? zero, amount));
  }
  const kept = share.depots.map(({ id }) =>
    share.claims.map((claim) => unitsWritten(before.get(JSON.stringify([id, claim.id])), unit)),
  );
  const carried = cheapestDeliveries(
    share.depots.map(({ stock }) => scaled(stock)),
    share.awards.map(scaled),
    cost,
    before.size === 0 ? null : kept,
    lots && share.depots.map(({ id }) => (lots.get(id) ?? []).map(scaled)),
  );
  return carried.map((row) => row.map((amount) => ratio(amount, unit)));
}

/** By depot how much runs out at each moment at which anything does. */
function lotsByMoment(stocks: readonly Stock[]): ReadonlyMap<string, readonly Ratio[]> {
  const momentIn = ({ until }: Stock): number => momentOf(until ?? '') ?? Number.POSITIVE_INFINITY;
  const moments = [...new Set(stocks.map(momentIn))].sort((a, b) => a - b);
  const byDepot = Map.groupBy(stocks, ({ site }) => site);
  return new Map(
    [...byDepot].map(([site, own]) => [
      site,
      moments.map((moment) => sum(own.filter((lot) => momentIn(lot) === moment).map(({ amount }) => amount))),
    ]),
  );
}

/** What is cut off when a plan is written and read again: below the ninth decimal, and of a program's number its last bit. */
const CUT = ratio(1n, 10n ** 9n);
const LAST_BIT = ratio(1n, 2n ** 52n);

/**
 * The whole units that an amount was before it was written down: the most of which that can be said. A third that was written
 * as 0.333333333 is a third again; otherwise a trace of it would have to be carried on some other way.
 */
function unitsWritten(amount: Ratio | undefined, unit: bigint): bigint {
  if (amount === undefined) return 0n;
  const { n, d } = add(add(amount, CUT), multiply(amount, LAST_BIT));
  return (n * unit - 1n) / d;
}
