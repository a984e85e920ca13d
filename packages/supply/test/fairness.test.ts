import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, compare, ratio, subtract, whole } from '../src/exact/ratio.ts';
import { shareLimited } from '../src/limited/share-limited.ts';
import { plan } from '../src/plan/plan.ts';
import { planDocument } from '../src/plan/plan-document.ts';
import { readPlanProblem } from '../src/plan/read-plan.ts';
import { type Claim, ruleNames } from '../src/sharing/claim.ts';
import { share } from '../src/sharing/share.ts';
import { anyLimited, anyProblem } from './claims.ts';

/** The same with amounts in whole units, and the first claim at least two of them. */
const inUnits = (claims: readonly Claim[]): Claim[] =>
  claims.map((claim, at) => {
    const amount = whole(claim.amount.n / claim.amount.d + (at === 0 ? 2n : 0n));
    return { ...claim, amount, ceiling: amount };
  });

function divided(claim: Claim, part: number): readonly [Claim, Claim] {
  const one = whole(1n + (BigInt(part) % (claim.amount.n - 1n)));
  const halves = [one, subtract(claim.amount, one)].map((amount, at) => ({
    ...claim,
    id: `${claim.id}${'ab'[at]}`,
    amount,
    ceiling: amount,
  }));
  return halves as unknown as readonly [Claim, Claim];
}

const isWithinOne = (a: ReturnType<typeof ratio>, b: ReturnType<typeof ratio>): boolean => {
  const apart = subtract(a, b);
  return compare(apart, ratio(1n)) <= 0 && compare(apart, ratio(-1n)) >= 0;
};

test('in whole units, a place that is divided in two gives its people the same within one unit', () => {
  fc.assert(
    fc.property(anyProblem, fc.nat(), (given, part) => {
      const [first, ...others] = inUnits(given.claims) as [Claim, ...Claim[]];
      const problem = { ...given, indivisible: true };
      const undivided = share({ ...problem, claims: [first, ...others] }, 'leximin').awards[0];
      const [a, b] = share({ ...problem, claims: [...divided(first, part), ...others] }, 'leximin').awards;
      assert.ok(isWithinOne(add(a ?? assert.fail(), b ?? assert.fail()), undivided ?? assert.fail()));
    }),
    { numRuns: 1000 },
  );
});

test('in whole units, a site that is divided in two, with the same depots, gives its people the same within one unit', () => {
  fc.assert(
    fc.property(anyLimited(fc.constant(true)), fc.nat(), (given, part) => {
      const [first, ...others] = inUnits(given.claims) as [Claim, ...Claim[]];
      const halves = divided(first, part);
      const ways = given.reach.get(first.id) ?? [];
      const reach = new Map([...given.reach, ...halves.map(({ id }) => [id, ways] as const)]);
      const undivided = shareLimited({ ...given, claims: [first, ...others] }, 'leximin').awards[0];
      const [a, b] = shareLimited({ ...given, claims: [...halves, ...others], reach }, 'leximin').awards;
      assert.ok(isWithinOne(add(a ?? assert.fail(), b ?? assert.fail()), undivided ?? assert.fail()));
    }),
    { numRuns: 1000 },
  );
});

test('with more stock nobody gets less; in whole units, by the largest remainder, nobody more than one unit less', () => {
  fc.assert(
    fc.property(anyProblem, fc.integer({ min: 1, max: 40 }), fc.constantFrom(...ruleNames), (given, more, rule) => {
      for (const [indivisible, least] of [
        [false, ratio(0n)],
        [true, ratio(-1n)],
      ] as const) {
        const problem = { ...given, indivisible };
        const before = share(problem, rule).awards;
        const after = share({ ...problem, stock: add(problem.stock, whole(BigInt(more))) }, rule).awards;
        for (const [at, award] of before.entries())
          assert.ok(compare(subtract(after[at] ?? assert.fail(), award), least) >= 0);
      }
    }),
    { numRuns: 300 },
  );
});

const DEPOTS = ['A', 'B'];
const SITES = ['k', 'l', 'm'];

const anyPlan = fc
  .record({
    rule: fc.constantFrom(...ruleNames),
    indivisible: fc.boolean(),
    standard: fc.constantFrom(0.5, 1, 0.02),
    people: fc.tuple(...SITES.map(() => fc.integer({ min: 0, max: 40 }))),
    declared: fc.tuple(...SITES.map(() => fc.integer({ min: 0, max: 50 }))),
    classes: fc.tuple(...SITES.map(() => fc.integer({ min: 1, max: 2 }))),
    stocks: fc.tuple(...DEPOTS.map(() => fc.integer({ min: 0, max: 30 }))),
    links: fc.subarray(DEPOTS.flatMap((from) => SITES.map((to) => ({ from, to })))),
  })
  .map(({ rule, indivisible, standard, people, declared, classes, stocks, links }) => ({
    rule,
    items: [{ id: 'gas', indivisible, standard }],
    sites: [
      ...DEPOTS.map((id) => ({ id })),
      ...SITES.map((id, at) => ({ id, people: people[at] ?? 0, class: classes[at] ?? 1 })),
    ],
    needs: SITES.map((site, at) => ({ site, item: 'gas', amount: declared[at] ?? 0 })),
    stocks: DEPOTS.map((site, at) => ({ site, item: 'gas', amount: stocks[at] ?? 0 })),
    links,
    people,
  }));

const planned = ({ people: _, ...raw }: Readonly<Record<string, unknown>>) =>
  plan(
    readPlanProblem(JSON.stringify(raw), () => {
      throw new Error('no file');
    }),
  );

test('nothing is created or lost: each site gets what its depots give, each depot gives what it has, by the ways there are', () => {
  fc.assert(
    fc.property(anyPlan, (raw) => {
      const { items } = planned(raw);
      for (const { share: shared, lines } of items) {
        const left = new Map(shared.depots.map(({ id, stock }) => [id, stock]));
        for (const { award, from } of lines) {
          assert.equal(
            compare(
              from.reduce((all, { amount }) => add(all, amount), ratio(0n)),
              award,
            ),
            0,
          );
          for (const one of from) {
            assert.ok(one.amount.n > 0n && raw.links.some((link) => link.from === one.from && link.to === one.to));
            left.set(one.from, subtract(left.get(one.from) ?? assert.fail(), one.amount));
          }
        }
        assert.ok([...left.values()].every(({ n }) => n >= 0n));
        // What stays in a depot is there because nobody whom it reaches could use it.
        for (const { site, award, need } of lines) {
          const capped = raw.items[0]?.indivisible ? whole(need.capped.n / need.capped.d) : need.capped;
          if (compare(award, capped) >= 0) continue;
          for (const { from } of raw.links.filter(({ to }) => to === site.id)) {
            const kept = left.get(from) ?? ratio(0n);
            assert.ok(raw.items[0]?.indivisible ? kept.n < kept.d : kept.n === 0n);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('nobody gets more than the people there are entitled to, whatever was declared', () => {
  fc.assert(
    fc.property(anyPlan, (raw) => {
      for (const { lines } of planned(raw).items) {
        for (const { award, site, need } of lines) {
          assert.ok(compare(award, need.declared) <= 0);
          assert.ok(Number(award.n) / Number(award.d) <= (site.people ?? 0) * (raw.items[0]?.standard ?? 0) + 1e-9);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('to declare more than the cap changes nothing for anybody', () => {
  fc.assert(
    fc.property(anyPlan, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 1000 }), (raw, at, more) => {
      const entitled = (raw.people[at] ?? 0) * (raw.items[0]?.standard ?? 0);
      const declaring = (amount: number) => {
        const needs = raw.needs.map((need, place) => (place === at ? { ...need, amount } : need));
        const { allocation } = planDocument(planned({ ...raw, needs }), 'en');
        return allocation.map(({ site, need, award, from }) => ({ site, need, award, from }));
      };
      assert.deepEqual(declaring(Math.ceil(entitled) + more), declaring(Math.ceil(entitled)));
    }),
    { numRuns: 200 },
  );
});
