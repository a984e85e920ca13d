// Which method keeps which promise of fair counting. What stands in the table with a reason is not promised; the examples show
// some of those failures, so that nobody takes the reason for a mistake. Everything else is a property of every profile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { methods } from '../src/methods.ts';
import { lists, type NaiveProfile, profiles } from './naive/profile.ts';
import { questions } from './naive/properties.ts';
import { secondCounts } from './naive/second-counts.ts';

type Name = keyof typeof questions;
/** Why a promise is not made: a paper where the method fails it, or that the question does not arise. */
type Reasons = Readonly<Partial<Record<Name, string>>>;

const majoritarian: Reasons = {
  lowerQuota: 'the majority may take all: that is what the rule is for',
  upperQuota: 'the majority may take all: that is what the rule is for',
};
const noRankings: Reasons = {
  condorcet: 'approvals say nothing about pairs beyond the votes themselves',
  reversal: 'sets cannot be turned round',
};
const oneSeat: Reasons = {
  houseMonotonicity: 'fills one seat only',
  lowerQuota: 'fills one seat only',
  upperQuota: 'fills one seat only',
};
const scored: Reasons = { ...majoritarian, condorcet: 'grades, not pairs, decide' };
const firstChoices: Reasons = {
  condorcet: 'looks at first choices only (Condorcet 1785)',
  reversal: 'looks at first choices only (Saari 1994)',
};
const transfers: Reasons = {
  monotonicity: 'an earlier exclusion of somebody else can help (Smith 1973; Doron and Kronick 1977)',
  condorcet: 'who is everybody’s second choice can be excluded first',
  reversal: 'first choices decide who is excluded',
};
const manySeats: Reasons = {
  ...transfers,
  houseMonotonicity: 'the quota changes with the seats (Hill and Gazeley, Voting matters 20)',
  upperQuota:
    'the Droop quota promises a solid coalition a least number of seats, not a greatest (Dummett 1984; Woodall 1994)',
};
const proportional: Reasons = {
  ...noRankings,
  upperQuota: 'on party lists these are D’Hondt or nearer to the large (Brill, Laslier and Skowron 2018)',
};
const noPairs: Reasons = {
  condorcet: 'lists are not compared in pairs',
  reversal: 'votes for lists cannot be turned round',
};
const projects: Reasons = {
  ...noRankings,
  houseMonotonicity: 'a budget has no seats',
  lowerQuota: 'a budget has no seats',
  upperQuota: 'a budget has no seats',
};

/** By method, what it does not promise. */
const notPromised: Readonly<Record<string, Reasons>> = {
  plurality: { ...majoritarian, ...firstChoices },
  'two-round': { ...oneSeat, ...transfers },
  approval: { ...majoritarian, ...noRankings },
  borda: { ...majoritarian, condorcet: 'a broad second choice can pass a majority’s first (Condorcet 1785)' },
  score: scored,
  star: { ...oneSeat, condorcet: 'only the two highest sums are compared', reversal: 'the two lowest sums are others' },
  'majority-judgment': {
    ...scored,
    reversal: 'of an even number the lower middle grade counts (Felsenthal and Machover 2008)',
  },
  irv: { ...oneSeat, ...transfers },
  schulze: majoritarian,
  'ranked-pairs': majoritarian,
  block: {
    ...majoritarian,
    ...firstChoices,
    houseMonotonicity: 'with the seats the number of names that count changes',
  },
  limited: {
    ...majoritarian,
    ...firstChoices,
    houseMonotonicity: 'with the seats the number of names that count changes',
  },
  'scottish-stv': manySeats,
  'meek-stv': manySeats,
  pav: {
    ...proportional,
    houseMonotonicity: 'the best group need not hold the best smaller one (Lackner and Skowron 2023)',
  },
  phragmen: proportional,
  'equal-shares': {
    ...proportional,
    houseMonotonicity: 'everybody’s money changes with the seats (Lackner and Skowron 2023)',
  },
  dhondt: { ...noPairs, upperQuota: 'favours the large (Balinski and Young 1982)' },
  'sainte-lague': {
    ...noPairs,
    lowerQuota: 'no divisor method keeps both quotas (Balinski and Young 1982)',
    upperQuota: 'no divisor method keeps both quotas (Balinski and Young 1982)',
  },
  'modified-sainte-lague': {
    ...noPairs,
    lowerQuota: 'no divisor method keeps both quotas (Balinski and Young 1982)',
    upperQuota: 'no divisor method keeps both quotas (Balinski and Young 1982)',
  },
  hare: { ...noPairs, houseMonotonicity: 'the Alabama paradox of 1880 (Balinski and Young 1982)' },
  'droop-remainder': {
    ...noPairs,
    monotonicity: 'a vote more can raise the whole quota, and with it everybody’s remainders',
    houseMonotonicity: 'the Alabama paradox of 1880 (Balinski and Young 1982)',
    lowerQuota: 'its quota is smaller than an exact share',
    upperQuota: 'its quota is smaller than an exact share',
  },
  'greedy-pb': projects,
  'mes-pb': projects,
};

const votes = (seats: number, ...weights: number[]): NaiveProfile => ({
  candidates: weights.length,
  seats,
  ballots: weights.map((weight, at) => ({ ranks: [[at]], weight })),
});
const ranked = (candidates: number, seats: number, ...ballots: [number, ...number[]][]): NaiveProfile => ({
  candidates,
  seats,
  ballots: ballots.map(([weight, ...order]) => ({ weight, ranks: order.map((at) => [at]) })),
});

/** Profiles that show a failure. */
const examples: readonly (readonly [string, Name, NaiveProfile, number?])[] = [
  ['plurality', 'condorcet', ranked(3, 1, [1, 2], [3, 0, 2, 1], [3, 1, 2, 0])],
  ['plurality', 'reversal', ranked(3, 1, [1, 0, 1], [2, 2])],
  ['borda', 'condorcet', ranked(3, 1, [2, 2, 0], [4, 1, 2, 0], [1, 2])],
  ['irv', 'condorcet', ranked(4, 1, [2, 2, 1], [1, 1], [2, 0, 1, 2])],
  ['irv', 'reversal', ranked(3, 1, [1, 1, 0, 2], [1, 2], [1, 2])],
  ['scottish-stv', 'condorcet', ranked(4, 1, [2, 3, 0], [2, 2, 0], [1, 0, 3])],
  ['meek-stv', 'upperQuota', votes(5, 141, 6, 53, 35)],
  ['block', 'houseMonotonicity', ranked(4, 1, [4, 1], [2, 0, 2], [2, 1, 3], [5, 2, 3, 1])],
  ['dhondt', 'upperQuota', votes(4, 28, 336, 84)],
  ['sainte-lague', 'upperQuota', votes(7, 595, 35, 35, 35)],
  ['sainte-lague', 'lowerQuota', votes(7, 400, 64, 62, 60, 58, 56)],
  ['hare', 'houseMonotonicity', votes(10, 436, 499, 53, 499)],
  ['droop-remainder', 'upperQuota', votes(20, 950, 26, 24)],
  ['droop-remainder', 'monotonicity', votes(11, 355, 28)],
  ['plurality', 'lowerQuota', votes(4, 1, 1)],
  ['block', 'upperQuota', votes(4, 1, 2)],
];

function profilesFor(method: string, name: Name): fc.Arbitrary<NaiveProfile> {
  if (name === 'lowerQuota' || name === 'upperQuota') return lists.filter(({ seats }) => seats <= 6);
  const isRanked = ['ranked', 'choices'].includes(methods[method]?.needs ?? '');
  const own = secondCounts[method]?.profiles ?? lists;
  return isRanked && !['approval', 'pav', 'phragmen', 'equal-shares'].includes(method) ? profiles() : own;
}

for (const [method, reasons] of Object.entries(notPromised)) {
  test(`${method} keeps what the table promises of it`, () => {
    for (const [name, ask] of Object.entries(questions)) {
      if (reasons[name as Name]) continue;
      fc.assert(
        fc.property(profilesFor(method, name as Name), fc.nat(10_000), (profile, dice) => {
          assert.notEqual(ask(method, profile, dice), false, name);
        }),
        { numRuns: 120 },
      );
    }
  });
}

test('what the table does not promise fails indeed, in examples', () => {
  for (const [method, name, profile, dice = 0] of examples) {
    assert.ok(notPromised[method]?.[name], `${method} ${name} is promised`);
    assert.equal(questions[name](method, profile, dice), false, `${method} ${name}`);
  }
});

test('the table has every method that counts votes', () => {
  // A draw from a pool has no votes; its order is frozen, and so the places in it are not neutral.
  const counting = Object.keys(methods).filter((method) => method !== 'sortition');
  assert.deepEqual(Object.keys(notPromised).sort(), counting.sort());
});
