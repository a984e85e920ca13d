// What does not keep, what needs the cold, and what people go to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plan } from '../src/plan/plan.ts';
import { planDocument, planLines } from '../src/plan/plan-document.ts';
import { planPage } from '../src/plan/plan-page.ts';
import { readPlanProblem } from '../src/plan/read-plan.ts';
import { cheapestDeliveries } from '../src/plan/transport.ts';
import { attempt, problemSentence } from '../src/problem.ts';

type Raw = Record<string, unknown>;

const kitchen = (more: Raw = {}): Raw => ({
  at: '2026-06-02T12:00:00-04:00',
  items: [{ id: 'meals', unit: 'plates', indivisible: true, perishable: true }],
  sites: [{ id: 'Kitchen' }, { id: 'School', people: 30 }],
  needs: [{ site: 'School', item: 'meals', amount: 30 }],
  stocks: [
    { site: 'Kitchen', item: 'meals', amount: 40, until: '2026-06-02T22:00:00-04:00' },
    { site: 'Kitchen', item: 'meals', amount: 10, until: '2026-06-02T15:00:00-04:00' },
    { site: 'Kitchen', item: 'meals', amount: 99, until: '2026-06-02T12:00:00-04:00' },
    {
      site: 'Kitchen',
      item: 'meals',
      amount: 70,
      from: '2026-06-03T06:00:00-04:00',
      until: '2026-06-03T22:00:00-04:00',
    },
  ],
  ...more,
});
const read = (raw: Raw) =>
  readPlanProblem(JSON.stringify(raw), () => {
    throw new Error('no file');
  });
const planned = (raw: Raw) => plan(read(raw));
const complaint = (raw: Raw): string => {
  const outcome = attempt(() => read(raw));
  return outcome.ok ? '' : problemSentence(outcome.problem).en;
};

test('what has spoiled and what is cooked tomorrow is not there; what runs out first is given first, and what is left is told', () => {
  const result = planned(kitchen());
  const { items, allocation, spoils } = planDocument(result, 'en');
  assert.equal((items[0] as unknown as { stock: number }).stock, 50);
  assert.equal(allocation[0]?.award, 30);
  assert.deepEqual(spoils, [{ site: 'Kitchen', item: 'meals', amount: 20, until: '2026-06-02T22:00:00-04:00' }]);
  const said = 'At Kitchen there is 20 plates left that nobody gets, good only until 2026-06-02T22:00:00-04:00.';
  assert.ok(planLines(result, 'en').includes(`  ${said}`));
  assert.ok(planPage(result, 'en').includes(said));
  const few = kitchen({ needs: [{ site: 'School', item: 'meals', amount: 4 }] });
  assert.deepEqual(
    planDocument(planned(few), 'es').spoils.map(({ amount }) => amount),
    [6, 40],
  );
  assert.deepEqual(planDocument(planned({ ...few, items: [{ id: 'meals' }] }), 'es').spoils, []);
});

test('a stock of what does not keep says until when, and the plan says when it is', () => {
  const undated = kitchen({ stocks: [{ site: 'Kitchen', item: 'meals', amount: 40 }] });
  assert.match(complaint(undated), /stocks\[0\]: “until” is missing: “meals” does not keep/);
  const { at: _, ...timeless } = kitchen();
  assert.match(complaint(timeless), /items\[0\]: with items that do not keep, the problem says “at”/);
});

test('the beds of a night: shared by the rule among the contingents, and no vehicle brings a bed', () => {
  const night = { from: '2026-06-02T18:00:00-04:00', until: '2026-06-03T08:00:00-04:00' };
  const beds = {
    at: '2026-06-02T20:00:00-04:00',
    items: [{ id: 'beds', indivisible: true, perishable: true, carried: false }],
    sites: [{ id: 'Shelter' }, { id: 'Mine' }, { id: 'Valley' }],
    needs: [
      { site: 'Mine', item: 'beds', amount: 60, ...night },
      { site: 'Valley', item: 'beds', amount: 20, ...night },
    ],
    stocks: [
      { site: 'Shelter', item: 'beds', amount: 40, ...night },
      { site: 'Shelter', item: 'beds', amount: 40, from: night.until, until: '2026-06-04T08:00:00-04:00' },
    ],
    vehicles: [{ id: 'truck', at: 'Shelter', capacity: 100, hours: 8 }],
  };
  const { allocation, trips, notDriven } = planDocument(planned(beds), 'en');
  assert.deepEqual(
    allocation.map(({ site, award }) => [site, award]),
    [
      ['Mine', 30],
      ['Valley', 10],
    ],
  );
  assert.deepEqual([trips, notDriven], [[], []]);
});

test('what needs the cold travels only where it is kept cold', () => {
  const milk = (cold: boolean) => ({
    items: [{ id: 'insulin', cold: true }],
    sites: [{ id: 'A' }, { id: 'Clinic' }],
    needs: [{ site: 'Clinic', item: 'insulin', amount: 5 }],
    stocks: [{ site: 'A', item: 'insulin', amount: 5 }],
    links: [{ from: 'A', to: 'Clinic', km: 3 }],
    vehicles: [
      { id: 'truck', at: 'A', capacity: 100, hours: 8 },
      { id: 'van', at: 'A', capacity: 10, hours: 8, cold },
    ],
  });
  const able = planDocument(planned(milk(true)), 'en');
  assert.deepEqual([able.trips?.map(({ vehicle }) => vehicle), able.notDriven], [['van'], []]);
  const unable = planned(milk(false));
  assert.deepEqual(
    planDocument(unable, 'en').notDriven?.map(({ why }) => why),
    ['no-cold'],
  );
  assert.ok(planLines(unable, 'en').some((line) => line.endsWith('no vehicle of the depot keeps it cold')));
});

test('of two depots the one gives whose stock runs out first, however far, as long as it reaches', () => {
  const two = (more: Raw = {}) => ({
    at: '2026-06-02',
    items: [{ id: 'milk', perishable: true }],
    sites: [{ id: 'Far' }, { id: 'Near' }, { id: 'School' }, { id: 'Clinic' }],
    needs: [
      { site: 'School', item: 'milk', amount: 10 },
      { site: 'Clinic', item: 'milk', amount: 4 },
    ],
    stocks: [
      { site: 'Near', item: 'milk', amount: 20, until: '2026-06-09' },
      { site: 'Far', item: 'milk', amount: 5, until: '2026-06-03' },
      { site: 'Far', item: 'milk', amount: 5, until: '2026-06-20' },
    ],
    links: [
      { from: 'Near', to: 'School', km: 1 },
      { from: 'Near', to: 'Clinic', km: 1 },
      { from: 'Far', to: 'School', km: 90 },
    ],
    ...more,
  });
  const from = (raw: Raw) =>
    planDocument(planned(raw), 'en').allocation.map((line) => line.from.map(({ depot, amount }) => [depot, amount]));
  assert.deepEqual(from(two()), [
    [['Near', 4]],
    [
      ['Far', 5],
      ['Near', 5],
    ],
  ]);
  assert.deepEqual(from(two({ items: [{ id: 'milk' }] })), [[['Near', 4]], [['Near', 10]]]);
});

test('as much as can be of what runs out by any day is given, whoever reaches whom', () => {
  const amount = fc.integer({ min: 0, max: 3 });
  const lots = fc.tuple(amount, amount);
  fc.assert(
    fc.property(
      fc.array(lots, { minLength: 3, maxLength: 3 }),
      fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      fc.array(amount, { minLength: 3, maxLength: 3 }),
      (stocks, reach, wanted) => {
        const big = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(BigInt));
        const total = stocks.map(([one, two]) => BigInt(one + two));
        const cost = reach.map((row, depot) => row.map((is, site) => (is ? (depot * 7 + site * 3) % 5 : null)));
        const awards = mostFrom(total.map(Number), reach, wanted);
        const carried = cheapestDeliveries(total, awards.map(BigInt), cost, null, big(stocks));
        const first = carried.map((row, depot) => {
          const given = Number(row.reduce((sum, one) => sum + one, 0n));
          return Math.min(given, stocks[depot]?.[0] ?? 0);
        });
        const most = mostFrom(
          stocks.map(([one]) => one),
          reach,
          awards,
        ).reduce((sum, one) => sum + one, 0);
        assert.equal(
          first.reduce((sum, one) => sum + one, 0),
          most,
        );
      },
    ),
  );
});

/** A greatest delivery, unit after unit with exchanges: how much each site gets. */
function mostFrom(
  stocks: readonly number[],
  reach: readonly (readonly boolean[])[],
  wanted: readonly number[],
): number[] {
  const units = stocks.flatMap((amount, depot) => Array.from({ length: amount }, () => depot));
  const places = wanted.flatMap((amount, site) => Array.from({ length: amount }, () => site));
  const holder: (number | undefined)[] = places.map(() => undefined);
  const settle = (unit: number, seen: Set<number>): boolean =>
    places.some((site, place) => {
      if (seen.has(place) || !reach[units[unit] as number]?.[site]) return false;
      seen.add(place);
      const other = holder[place];
      if (other !== undefined && !settle(other, seen)) return false;
      holder[place] = unit;
      return true;
    });
  for (const unit of units.keys()) settle(unit, new Set());
  return wanted.map((_, site) => places.filter((one, place) => one === site && holder[place] !== undefined).length);
}
