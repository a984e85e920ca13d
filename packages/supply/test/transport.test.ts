import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cheapestDeliveries } from '../src/plan/transport.ts';
import { linearProgram, loadHighs } from './highs.ts';

const highs = await loadHighs();

const big = (values: readonly number[]): bigint[] => values.map(BigInt);
const costOf = (carried: readonly (readonly bigint[])[], cost: readonly (readonly (number | null)[])[]): number =>
  carried.reduce(
    (all, row, depot) => row.reduce((sum, amount, site) => sum + Number(amount) * (cost[depot]?.[site] ?? 0), all),
    0,
  );

test('the power stations and towns of the textbooks: 1020', () => {
  // Winston, Operations Research, “Powerco”: three plants, four cities, the least cost of all is 1020.
  const cost = [
    [8, 6, 10, 9],
    [9, 12, 13, 7],
    [14, 9, 16, 5],
  ];
  assert.equal(costOf(cheapestDeliveries(big([35, 50, 40]), big([45, 20, 30, 30]), cost), cost), 1020);
});

const anyTransport = fc.integer({ min: 1, max: 4 }).chain((depots) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: depots, maxLength: depots }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((sites) => {
      const wanted = sites.map(([amount]) => amount);
      const total = wanted.reduce((a, b) => a + b, 0);
      // Every depot reaches all, and together they have a little more than is wanted: there is always an answer.
      const stocks = Array.from({ length: depots }, (_, at) => Math.ceil((total + at) / depots) + at);
      return { stocks, wanted, cost: stocks.map((_, depot) => sites.map(([, row]) => row[depot] as number)) };
    }),
);

test('what is wanted arrives, no depot gives more than it has, and a linear program (HiGHS) finds nothing cheaper', {
  skip: highs === null && 'highs is not installed',
}, () => {
  fc.assert(
    fc.property(anyTransport, ({ stocks, wanted, cost }) => {
      const carried = cheapestDeliveries(big(stocks), big(wanted), cost);
      for (const [site, amount] of wanted.entries())
        assert.equal(
          carried.reduce((sum, row) => sum + Number(row[site]), 0),
          amount,
        );
      for (const [depot, stock] of stocks.entries())
        assert.ok(
          carried[depot]?.every((amount) => amount >= 0n) &&
            carried[depot].reduce((a, b) => a + b, 0n) <= BigInt(stock),
        );
      const name = (depot: number, site: number) => `x${depot}_${site}`;
      const goal = cost.flatMap((row, depot) => row.map((price, site) => `${price} ${name(depot, site)}`)).join(' + ');
      const rows = [
        ...wanted.map((amount, site) => ` ${stocks.map((_, depot) => name(depot, site)).join(' + ')} >= ${amount}`),
        ...stocks.map((stock, depot) => ` ${wanted.map((_, site) => name(depot, site)).join(' + ')} <= ${stock}`),
      ];
      const best =
        highs?.solve(linearProgram(`min ${goal}`, rows), { output_flag: false }).ObjectiveValue ?? Number.NaN;
      assert.ok(Math.abs(costOf(carried, cost) - best) < 1e-6);
    }),
    { numRuns: 40 },
  );
});
