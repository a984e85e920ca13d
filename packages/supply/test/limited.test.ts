import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  least,
  multiply,
  type Ratio,
  ratio,
  subtract,
  sum,
  whole,
  zero,
} from '../src/exact/ratio.ts';
import { nearestNumber, shown } from '../src/exact/show.ts';
import { type LimitedProblem, type LimitedShare, shareLimited } from '../src/limited/share-limited.ts';
import { type Claim, ruleNames } from '../src/sharing/claim.ts';
import { share } from '../src/sharing/share.ts';
import { anyAmount, anyLimited, asClaim, DEPOTS, oneClass } from './claims.ts';
import { linearProgram, loadHighs } from './highs.ts';

const highs = await loadHighs();

function problemOf(
  stocks: Record<string, number>,
  sites: Record<string, [Claim | number, string]>,
  indivisible = false,
): LimitedProblem {
  const claims = Object.entries(sites).map(([id, [claim]]) => (typeof claim === 'number' ? asClaim(id, claim) : claim));
  return {
    depots: Object.entries(stocks).map(([id, stock]) => ({ id, stock: ratio(BigInt(stock)) })),
    claims,
    reach: new Map(Object.entries(sites).map(([id, [, ways]]) => [id, ways.split('')])),
    indivisible,
  };
}

const awardsOf = ({ claims, awards }: LimitedShare): Record<string, string> =>
  Object.fromEntries(claims.map(({ id }, at) => [id, shown(awards[at] as Ratio, 4)]));

test('who is reached by one poor depot alone gets what that has; the others are not held down to it', () => {
  const result = shareLimited(
    problemOf({ A: 10, B: 200 }, { far: [100, 'A'], near: [100, 'AB'], mid: [300, 'B'] }),
    'leximin',
  );
  assert.deepEqual(awardsOf(result), { far: '10', near: '50', mid: '150' });
});

test('a clinic is served first, from whichever depot leaves most to the others', () => {
  const clinic = asClaim('clinic', 60, { rank: 1 });
  const problem = problemOf(
    { A: 60, B: 60 },
    {
      clinic: [clinic, 'AB'],
      left: [asClaim('left', 60, { rank: 2 }), 'A'],
      right: [asClaim('right', 60, { rank: 2 }), 'B'],
    },
  );
  assert.deepEqual(awardsOf(shareLimited(problem, 'leximin')), { clinic: '60', left: '30', right: '30' });
});

test('whoever no depot reaches gets nothing, under every rule', () => {
  for (const rule of ruleNames) {
    const result = shareLimited(problemOf({ A: 10 }, { cut: [5, ''], near: [20, 'A'] }), rule);
    assert.deepEqual(awardsOf(result), { cut: '0', near: '10' }, rule);
  }
});

test('whole units go only where a depot has one', () => {
  const problem = problemOf({ A: 1, B: 2 }, { a: [3, 'A'], b: [3, 'A'], c: [3, 'B'] }, true);
  assert.deepEqual(awardsOf(shareLimited(problem, 'leximin')), { a: '1', b: '0', c: '2' });
});

test('where every depot reaches everybody, it is the one stock of all, by any rule', () => {
  fc.assert(
    fc.property(anyLimited(fc.boolean()), fc.constantFrom(...ruleNames), (given, rule) => {
      const stocks = given.depots.map(({ id, stock }) => ({
        id,
        stock: given.indivisible ? whole(stock.n / stock.d) : stock,
      }));
      const reach = new Map(given.claims.map(({ id }) => [id, DEPOTS]));
      const limited = shareLimited({ ...given, depots: stocks, reach }, rule);
      const one = share(
        { stock: sum(stocks.map(({ stock }) => stock)), claims: given.claims, indivisible: given.indivisible },
        rule,
      );
      assert.deepEqual(limited.awards, one.awards);
    }),
  );
});

test('nothing comes from nowhere: what any group gets, the depots that reach it have; nobody above the claim', () => {
  fc.assert(
    fc.property(anyLimited(fc.boolean()), fc.constantFrom(...ruleNames), (problem, rule) => {
      const { awards, claims, reach, depots } = shareLimited(problem, rule);
      for (const [at, award] of awards.entries()) {
        assert.ok(award.n >= 0n && compare(award, (claims[at] as Claim).amount) <= 0);
        if (problem.indivisible) assert.equal(award.d, 1n);
      }
      for (const some of subsets(claims.length)) {
        assert.ok(compare(sum(some.map((at) => awards[at] as Ratio)), stockReaching(some, { reach, depots })) <= 0);
      }
    }),
  );
});

test('by brute force over all groups of sites, the parts are as high as they can be, the lowest first', () => {
  fc.assert(
    fc.property(anyLimited(), (given) => {
      const problem = oneClass(given);
      const { awards, claims, reach, depots } = shareLimited(problem, 'leximin');
      assert.deepEqual(
        awards,
        byBruteForce(claims, (some) => stockReaching(some, { reach, depots })),
      );
    }),
  );
});

/** The definition, without any flow: the group that can get least for its claims decides the lowest part; and so on with the rest. */
function byBruteForce(claims: readonly Claim[], stockOf: (some: readonly number[]) => Ratio): Ratio[] {
  const awards = claims.map(() => zero);
  let open = [...claims.keys()].filter((at) => (claims[at] as Claim).amount.n > 0n);
  const held: number[] = [];
  while (open.length > 0) {
    const base = stockOf(held);
    let lowest: { level: Ratio; members: Set<number> } | null = null;
    for (const pick of subsets(open.length).slice(1)) {
      const some = pick.map((i) => open[i] as number);
      const level = levelOf(
        some.map((at) => claims[at] as Claim),
        subtract(stockOf([...held, ...some]), base),
      );
      const order = lowest === null ? -1 : compare(level, lowest.level);
      if (order < 0) lowest = { level, members: new Set(some) };
      else if (order === 0) for (const at of some) lowest?.members.add(at);
    }
    const { level, members } = lowest as unknown as { level: Ratio; members: Set<number> };
    for (const at of members) awards[at] = atLevel(claims[at] as Claim, level);
    held.push(...members);
    open = open.filter((at) => !members.has(at));
  }
  return awards;
}

const atLevel = ({ amount, weight }: Claim, level: Ratio): Ratio =>
  least(amount, multiply(level, multiply(weight, amount)));
const FULL = ratio(1_000n);

/** Pours level by level: the lowest weight that is not yet full ends each stretch. */
function levelOf(claims: readonly Claim[], stock: Ratio): Ratio {
  if (compare(sum(claims.map(({ amount }) => amount)), stock) <= 0) return FULL;
  const bends = claims.map(({ weight }) => divide(ratio(1n), weight)).sort(compare);
  let last = zero;
  for (const bend of bends) {
    const got = sum(claims.map((claim) => atLevel(claim, bend)));
    if (compare(got, stock) >= 0) {
      const before = sum(claims.map((claim) => atLevel(claim, last)));
      const slope = divide(subtract(got, before), subtract(bend, last));
      return slope.n === 0n ? last : add(last, divide(subtract(stock, before), slope));
    }
    last = bend;
  }
  return last;
}

test('by a linear program after another (HiGHS), every site has the same', {
  skip: highs === null && 'highs is not installed',
}, () => {
  fc.assert(
    fc.property(anyLimited(), (given) => {
      const problem = oneClass(given);
      const { awards, claims, reach, depots } = shareLimited(problem, 'leximin');
      const solved = byLinearPrograms(
        claims,
        reach,
        depots.map(({ stock }) => nearestNumber(stock)),
      );
      for (const [at, award] of awards.entries()) assert.ok(Math.abs(nearestNumber(award) - (solved[at] ?? 0)) < 1e-5);
    }),
    { numRuns: 25 },
  );
});

/** Raises the lowest, asks of each whether it could have more, holds fast who could not; until nobody is left. */
function byLinearPrograms(
  claims: readonly Claim[],
  reach: readonly (readonly number[])[],
  stocks: readonly number[],
): number[] {
  const weights = claims.map(({ amount, weight }) => nearestNumber(multiply(amount, weight)));
  const caps = claims.map(({ amount }) => nearestNumber(amount));
  const fixed: (number | null)[] = claims.map((_, at) =>
    (weights[at] as number) === 0 || reach[at]?.length === 0 ? 0 : null,
  );
  const rows = (level: number | null) => [
    ...claims.flatMap((_, at) => [
      ...(fixed[at] === null
        ? [
            level === null
              ? ` ${got(at)} - ${weights[at]} t >= 0`
              : ` ${got(at)} >= ${Math.min(level * (weights[at] as number), caps[at] as number) - 1e-9}`,
          ]
        : reach[at]?.length === 0
          ? []
          : [` ${got(at)} >= ${(fixed[at] as number) - 1e-9}`]),
      ...(reach[at]?.length === 0 ? [] : [` ${got(at)} <= ${caps[at]}`]),
    ]),
    ...stocks.flatMap((stock, depot) => {
      const served = claims.flatMap((_, at) => (reach[at]?.includes(depot) ? [`x${at}_${depot}`] : []));
      return served.length === 0 ? [] : [` ${served.join(' + ')} <= ${stock}`];
    }),
  ];
  const got = (at: number): string => (reach[at] ?? []).map((depot) => `x${at}_${depot}`).join(' + ');
  const solve = (goal: string, level: number | null) =>
    highs?.solve(linearProgram(goal, rows(level)), { output_flag: false });
  for (;;) {
    const open = claims.flatMap((_, at) => (fixed[at] === null ? [at] : []));
    if (open.length === 0) return fixed.map((value) => value ?? 0);
    const level = solve('max t', null)?.ObjectiveValue ?? Number.NaN;
    const values = open.map((at) => solve(`max ${got(at)}`, level)?.ObjectiveValue ?? Number.NaN);
    for (const [i, at] of open.entries()) {
      const here = Math.min(level * (weights[at] as number), caps[at] as number);
      if ((values[i] as number) - here < 1e-6) fixed[at] = here;
    }
    assert.ok(
      open.some((at) => fixed[at] !== null),
      'a round that holds nobody',
    );
  }
}

test('the order of depots, claims and ways changes nothing, to the last digit', () => {
  fc.assert(
    fc.property(anyLimited(fc.boolean()), fc.constantFrom(...ruleNames), (problem, rule) => {
      const turned = {
        ...problem,
        depots: [...problem.depots].reverse(),
        claims: [...problem.claims].reverse(),
        reach: new Map([...problem.reach].reverse().map(([id, ways]) => [id, [...ways].reverse()])),
      };
      assert.deepEqual(shareLimited(turned, rule), shareLimited(problem, rule));
    }),
  );
});

test('no class is served before a higher one that could use it: each has what it would have if there were no others after it', () => {
  fc.assert(
    fc.property(anyLimited(fc.boolean()), fc.constantFrom(...ruleNames), (problem, rule) => {
      const all = shareLimited(problem, rule);
      for (const rank of [1, 2]) {
        const alone = shareLimited({ ...problem, claims: problem.claims.filter((claim) => claim.rank <= rank) }, rule);
        for (const [at, { id }] of alone.claims.entries()) {
          assert.deepEqual(all.awards[all.claims.findIndex((claim) => claim.id === id)], alone.awards[at]);
        }
      }
    }),
  );
});

test('more stock anywhere never lowers the worst part', () => {
  fc.assert(
    fc.property(anyLimited(), anyAmount, (given, more) => {
      const problem = oneClass(given);
      const [first, ...others] = problem.depots as [LimitedProblem['depots'][number]];
      const richer = { ...problem, depots: [{ ...first, stock: add(first.stock, more) }, ...others] };
      assert.ok(compare(worstPart(shareLimited(richer, 'leximin')), worstPart(shareLimited(problem, 'leximin'))) >= 0);
    }),
  );
});

const worstPart = ({ awards, claims }: LimitedShare): Ratio =>
  awards
    .map((award, at) => [award, claims[at] as Claim] as const)
    .filter(([, { amount }]) => amount.n > 0n)
    .map(([award, { amount, weight }]) => divide(award, multiply(amount, weight)))
    .reduce(least, FULL);

test('a site that is divided in two gives its people the same', () => {
  fc.assert(
    fc.property(anyLimited(), fc.integer({ min: 1, max: 9 }), (problem, tenths) => {
      const [first, ...others] = problem.claims as [Claim, ...Claim[]];
      const one = multiply(first.amount, ratio(BigInt(tenths), 10n));
      const parts = [one, subtract(first.amount, one)].map((amount, at) => ({
        ...first,
        id: `${first.id}${'ab'[at]}`,
        amount,
        ceiling: amount,
      }));
      const ways = problem.reach.get(first.id) ?? [];
      const reach = new Map([...problem.reach, ...parts.map(({ id }) => [id, ways] as const)]);
      const undivided = shareLimited(problem, 'leximin');
      const divided = shareLimited({ ...problem, claims: [...parts, ...others], reach }, 'leximin');
      assert.deepEqual(add(divided.awards[0] as Ratio, divided.awards[1] as Ratio), undivided.awards[0]);
    }),
  );
});

test('no whole unit stays in a depot while somebody whom it reaches, by whatever exchange, lacks one', () => {
  fc.assert(
    fc.property(anyLimited(fc.constant(true)), (given) => {
      const { awards, claims, reach, depots, exact } = shareLimited(oneClass(given), 'leximin');
      const total = sum(awards);
      // The most that can be given is what the group leaves out that costs most (König): claims of some, stocks for the rest.
      const most = subsets(claims.length)
        .map((some) => {
          const outside = [...claims.keys()].filter((at) => !some.includes(at));
          return add(stockReaching(some, { reach, depots }), sum(outside.map((at) => (claims[at] as Claim).amount)));
        })
        .reduce(least);
      assert.equal(compare(total, most), 0);
      for (const [at, award] of awards.entries()) {
        const apart = subtract(award, exact[at] as Ratio);
        assert.ok(compare(apart, ratio(1n)) < 0 && compare(apart, ratio(-1n)) > 0);
      }
    }),
  );
});

test('amounts beyond what a double holds are shared exactly all the same', () => {
  const problem = problemOf(
    { A: 999_999_999_989, B: 999_999_999_961 },
    { a: [999_999_999_937, 'A'], b: [999_999_999_877, 'AB'], c: [999_999_999_847, 'AB'] },
  );
  const scaled = {
    ...problem,
    claims: problem.claims.map((claim, at) => ({
      ...claim,
      weight: ratio(BigInt(1_000_003 + at * 7_919), 1_000_000n),
    })),
  };
  const { awards, claims, reach, depots } = shareLimited(scaled, 'leximin');
  assert.deepEqual(
    awards,
    byBruteForce(claims, (some) => stockReaching(some, { reach, depots })),
  );
});

function stockReaching(some: readonly number[], { reach, depots }: Pick<LimitedShare, 'reach' | 'depots'>): Ratio {
  const used = new Set(some.flatMap((at) => reach[at] ?? []));
  return sum(depots.filter((_, depot) => used.has(depot)).map(({ stock }) => stock));
}

function subsets(count: number): number[][] {
  return Array.from({ length: 1 << count }, (_, bits) =>
    Array.from({ length: count }, (_, at) => at).filter((at) => (bits >> at) & 1),
  );
}
