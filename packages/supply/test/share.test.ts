import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, compare, divide, multiply, type Ratio, ratio, subtract, sum, zero } from '../src/exact/ratio.ts';
import { shown } from '../src/exact/show.ts';
import { type Claim, type RuleName, ruleNames } from '../src/sharing/claim.ts';
import { share } from '../src/sharing/share.ts';
import { anyAmount, anyProblem, asClaim } from './claims.ts';

const anyRule = fc.constantFrom(...ruleNames);

function awardsOf(rule: RuleName, stock: number, claims: Claim[], indivisible = false): Record<string, string> {
  const result = share({ stock: ratio(BigInt(stock)), claims, indivisible }, rule);
  return Object.fromEntries(result.problem.claims.map(({ id }, at) => [id, shown(result.awards[at] as Ratio, 4)]));
}

const three = [asClaim('A', 100), asClaim('B', 200), asClaim('C', 300)];

// Aumann and Maschler 1985, table 1 (equal awards at 100, Talmud at each); the others follow from their definitions.
const known: readonly [RuleName, number, readonly [string, string, string]][] = [
  ['leximin', 100, ['16.6666', '33.3333', '50']],
  ['leximin', 200, ['33.3333', '66.6666', '100']],
  ['leximin', 300, ['50', '100', '150']],
  ['proportional', 100, ['16.6666', '33.3333', '50']],
  ['proportional', 200, ['33.3333', '66.6666', '100']],
  ['proportional', 300, ['50', '100', '150']],
  ['equal-awards', 100, ['33.3333', '33.3333', '33.3333']],
  ['equal-awards', 200, ['66.6666', '66.6666', '66.6666']],
  ['equal-awards', 300, ['100', '100', '100']],
  ['equal-losses', 100, ['0', '0', '100']],
  ['equal-losses', 200, ['0', '50', '150']],
  ['equal-losses', 300, ['0', '100', '200']],
  ['talmud', 100, ['33.3333', '33.3333', '33.3333']],
  ['talmud', 200, ['50', '75', '75']],
  ['talmud', 300, ['50', '100', '150']],
];

for (const [rule, stock, [a, b, c]] of known) {
  test(`claims of 100, 200 and 300 on ${stock} by ${rule}`, () => {
    assert.deepEqual(awardsOf(rule, stock, three), { A: a, B: b, C: c });
  });
}

test('the two who hold a garment: who claims half concedes the other half', () => {
  assert.deepEqual(awardsOf('talmud', 200, [asClaim('all', 200), asClaim('half', 100)]), { all: '150', half: '50' });
});

test('a class is served only from what the one before it leaves', () => {
  const claims = [asClaim('clinic', 80, { rank: 1 }), asClaim('a', 100, { rank: 2 }), asClaim('b', 300, { rank: 2 })];
  assert.deepEqual(awardsOf('leximin', 120, claims), { clinic: '80', a: '10', b: '30' });
  assert.deepEqual(awardsOf('leximin', 60, claims), { clinic: '60', a: '0', b: '0' });
});

test('a voted weight of two is twice the part; nobody gets more than the claim for it', () => {
  const claims = [asClaim('a', 100), asClaim('b', 100, { weight: ratio(2n) })];
  assert.deepEqual(awardsOf('leximin', 90, claims), { a: '30', b: '60' });
  assert.deepEqual(awardsOf('leximin', 180, claims), { a: '80', b: '100' });
});

test('floors come before the rule, ceilings bound it', () => {
  const claims = [
    asClaim('a', 100, { floor: ratio(40n) }),
    asClaim('b', 400),
    asClaim('c', 400, { ceiling: ratio(20n) }),
  ];
  assert.deepEqual(awardsOf('leximin', 100, claims), { a: '40', b: '40', c: '20' });
  assert.deepEqual(awardsOf('leximin', 30, claims), { a: '30', b: '0', c: '0' });
});

test('whole units go by the largest remainder; equal remainders to the smaller part, then by name', () => {
  const claims = [asClaim('a', 10), asClaim('b', 10), asClaim('c', 10)];
  assert.deepEqual(awardsOf('leximin', 10, claims, true), { a: '4', b: '3', c: '3' });
  // 2.5 and 7.5: both have one half over; 2 of 5 is a larger part than 7 of 15 is not.
  assert.deepEqual(awardsOf('leximin', 10, [asClaim('x', 15), asClaim('y', 5)], true), { x: '7', y: '3' });
});

test('nothing is created or lost, nobody gets more than the claim, and what is over is over because all have theirs', () => {
  fc.assert(
    fc.property(anyProblem, anyRule, (given, rule) => {
      const { problem, awards } = share(given, rule);
      const claimed = sum(problem.claims.map(({ amount }) => amount));
      const given_ = sum(awards);
      assert.equal(compare(given_, compare(claimed, problem.stock) < 0 ? claimed : problem.stock), 0);
      for (const [at, award] of awards.entries()) {
        assert.ok(award.n >= 0n && compare(award, (problem.claims[at] as Claim).amount) <= 0);
        if (given.indivisible) assert.equal(award.d, 1n);
      }
    }),
  );
});

test('no class has anything while one before it lacks something', () => {
  fc.assert(
    fc.property(anyProblem, anyRule, (given, rule) => {
      const { problem, awards } = share(given, rule);
      const first = Math.min(
        ...problem.claims.flatMap(({ rank, amount }, at) => (compare(awards[at] as Ratio, amount) < 0 ? [rank] : [])),
      );
      for (const [at, { rank }] of problem.claims.entries()) if (rank > first) assert.equal(awards[at]?.n, 0n);
    }),
  );
});

test('the order of the claims changes nothing, to the last digit', () => {
  const shuffled = anyProblem.chain((problem) =>
    fc.tuple(fc.constant(problem), fc.shuffledSubarray([...problem.claims], { minLength: problem.claims.length })),
  );
  fc.assert(
    fc.property(shuffled, anyRule, ([problem, claims], rule) => {
      assert.deepEqual(share({ ...problem, claims }, rule), share(problem, rule));
    }),
  );
});

test('more stock lowers nobody, before whole units are made of it', () => {
  fc.assert(
    fc.property(anyProblem, anyAmount, anyRule, (problem, more, rule) => {
      const divisible = { ...problem, indivisible: false };
      const before = share(divisible, rule).awards;
      const after = share({ ...divisible, stock: add(problem.stock, more) }, rule).awards;
      for (const [at, award] of before.entries()) assert.ok(compare(after[at] as Ratio, award) >= 0);
    }),
  );
});

test('a place that is divided in two gives its people the same, before whole units are made of it', () => {
  fc.assert(
    fc.property(anyProblem, fc.integer({ min: 1, max: 9 }), (problem, tenths) => {
      const [first, ...others] = problem.claims as [Claim, ...Claim[]];
      const one = multiply(first.amount, ratio(BigInt(tenths), 10n));
      const parts = [one, subtract(first.amount, one)].map((amount, at) => ({
        ...first,
        id: `${first.id}${'ab'[at]}`,
        amount,
        ceiling: amount,
      }));
      const exact = { ...problem, indivisible: false };
      const undivided = share(exact, 'leximin').exact[0] as Ratio;
      const divided = share({ ...exact, claims: [...parts, ...others] }, 'leximin').exact;
      assert.equal(compare(add(divided[0] as Ratio, divided[1] as Ratio), undivided), 0);
    }),
  );
});

test('an independent count: the level is sought by halving, in fractions, on the definition of each rule', () => {
  const near = ratio(1n, 1_000_000n);
  fc.assert(
    fc.property(anyProblem, anyRule, (given, rule) => {
      const claims = given.claims.map((claim) => ({ ...claim, rank: 1 }));
      const stock = given.stock;
      const { awards } = share({ stock, claims, indivisible: false }, rule);
      const naive = naiveAwards(rule, claims, stock);
      for (const [at, award] of awards.entries()) {
        const apart = subtract(award, naive[at] as Ratio);
        assert.ok(compare(apart, near) < 0 && compare(subtract(zero, apart), near) < 0);
      }
    }),
    { numRuns: 60 },
  );
});

/** Water poured into vessels, a level tried again and again; nothing of it is the code under test's. */
function naiveAwards(rule: RuleName, claims: readonly Claim[], stock: Ratio): Ratio[] {
  const min = (a: Ratio, b: Ratio) => (compare(a, b) < 0 ? a : b);
  const max = (a: Ratio, b: Ratio) => (compare(a, b) > 0 ? a : b);
  const amounts = claims.map(({ amount }) => amount);
  const total = sum(amounts);
  if (compare(total, stock) <= 0) return amounts;
  const gains = (level: Ratio, of: readonly Ratio[]) =>
    of.map((amount, at) => min(amount, multiply(level, (claims[at] as Claim).weight)));
  const parts = (level: Ratio) =>
    claims.map(({ amount, weight }) => min(amount, multiply(level, multiply(weight, amount))));
  const losses = (level: Ratio, of: readonly Ratio[]) =>
    of.map((amount, at) => max(zero, subtract(amount, divide(level, (claims[at] as Claim).weight))));
  if (rule === 'equal-awards') return seek((level) => gains(level, amounts), stock, true);
  if (rule === 'equal-losses') return seek((level) => losses(level, amounts), stock, false);
  if (rule !== 'talmud') return seek(parts, stock, true);
  const halves = amounts.map((amount) => multiply(amount, ratio(1n, 2n)));
  const half = sum(halves);
  if (compare(stock, half) <= 0) return seek((level) => gains(level, halves), stock, true);
  return seek((level) => losses(level, halves), subtract(stock, half), false).map((part, at) =>
    add(part, halves[at] as Ratio),
  );
}

function seek(awardsAt: (level: Ratio) => Ratio[], stock: Ratio, rises: boolean): Ratio[] {
  let [low, high] = [0n, 1n << 50n];
  const unit = 1n << 36n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    const isEnough = compare(sum(awardsAt(ratio(middle, unit))), stock) >= 0;
    if (isEnough === rises) high = middle;
    else low = middle;
  }
  return awardsAt(ratio(low, unit));
}
