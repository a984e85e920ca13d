import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { type Ratio, ratio } from '../src/exact/ratio.ts';
import {
  type Approvals,
  naiveDivisors,
  naivePav,
  naivePhragmen,
  naiveRemainders,
  naiveShares,
} from './naive/committees.ts';
import { read } from './naive/profile.ts';

const runs = { numRuns: 120 };
const json = (document: object) => read('json', JSON.stringify(document));

function counted(document: object, method: string, options: Record<string, string> = {}) {
  const outcome = count(json(document), { method, options });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.text.en);
  return outcome.result;
}

const approvals: fc.Arbitrary<Approvals> = fc.integer({ min: 2, max: 5 }).chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    seats: fc.integer({ min: 1, max: candidates }),
    ballots: fc.array(
      fc.subarray(
        Array.from({ length: candidates }, (_, at) => at),
        { minLength: 1 },
      ),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

test('pav finds every best committee that trying all of them finds', () => {
  fc.assert(
    fc.property(approvals, (profile) => {
      const { stages } = counted(profile, 'pav');
      const { committees } = stages[0]!.details as { committees: string[][] };
      assert.deepEqual(
        committees.map((one) => one.map(Number)),
        naivePav(profile),
      );
    }),
    runs,
  );
});

test('phragmen elects in the order of a count with a load for every voter', () => {
  fc.assert(
    fc.property(approvals, (profile) => {
      const { elected, lotsRequired } = counted(profile, 'phragmen');
      const found = naivePhragmen(profile);
      assert.deepEqual(lotsRequired === null ? elected.map(({ id }) => Number(id)) : null, found);
    }),
    runs,
  );
});

test('equal shares buys what a voter-by-voter count buys, for both utilities, and never more than the budget', () => {
  const costs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      costs,
      fc.integer({ min: 1, max: 20 }),
      approvals,
      fc.boolean(),
      (prices, budget, { ballots }, byCost) => {
        const projects = Object.fromEntries(prices.map((cost, at) => [String(at), cost]));
        const votes = ballots
          .map((ballot) => ballot.filter((at) => at < prices.length))
          .filter((ballot) => ballot.length > 0);
        if (votes.length === 0) return;
        const document = { projects, budget, ballots: votes.map((ballot) => ballot.map(String)) };
        const { elected, lotsRequired } = counted(document, 'mes-pb', { utility: byCost ? 'cost' : 'cardinality' });
        const found = naiveShares(
          prices.map((cost) => ({ cost })),
          budget,
          votes,
          byCost,
        );
        assert.deepEqual(lotsRequired === null ? elected.map(({ id }) => Number(id)) : null, found);
        const raised = counted(document, 'mes-pb', { completion: 'add1-greedy' });
        assert.ok(raised.elected.reduce((sum, { id }) => sum + prices[Number(id)]!, 0) <= budget);
      },
    ),
    runs,
  );
});

const lists = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 });
const seatsOf = (votes: readonly number[], seats: number, method: string): number[] | null => {
  const { elected, lotsRequired } = counted({ seats, votes }, method);
  return lotsRequired === null ? votes.map((_, at) => elected.filter(({ id }) => id === String(at + 1)).length) : null;
};

for (const [method, divisor] of [
  ['dhondt', (has: number): Ratio => ratio(BigInt(has + 1))],
  ['sainte-lague', (has: number): Ratio => ratio(BigInt(2 * has + 1))],
  ['modified-sainte-lague', (has: number): Ratio => (has === 0 ? ratio(7n, 5n) : ratio(BigInt(2 * has + 1)))],
] as const) {
  test(`${method}: the seats are the highest quotients of all, and another seat takes none away`, () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 12 }), (votes, seats) => {
        const here = seatsOf(votes, seats, method);
        assert.deepEqual(here, naiveDivisors(votes, seats, divisor));
        const more = seatsOf(votes, seats + 1, method);
        if (here !== null && more !== null) assert.ok(here.every((number, at) => number <= more[at]!));
      }),
      runs,
    );
  });
}

test('hare and droop-remainder: whole quotas, then the largest remainders; hare keeps the quota rule', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 12 }), (votes, seats) => {
      const all = votes.reduce((a, b) => a + b, 0);
      const here = seatsOf(votes, seats, 'hare');
      assert.deepEqual(here, naiveRemainders(votes, seats, ratio(BigInt(all), BigInt(seats))));
      here?.forEach((number, at) => {
        const share = (votes[at]! * seats) / all;
        assert.ok(number >= Math.floor(share - 1e-9) && number <= Math.ceil(share + 1e-9));
      });
      const droop = ratio(BigInt(Math.floor(all / (seats + 1)) + 1));
      assert.deepEqual(seatsOf(votes, seats, 'droop-remainder'), naiveRemainders(votes, seats, droop));
    }),
    runs,
  );
});

test('a threshold is reached or exceeded; a minimum comes first; a cap is not passed', () => {
  const document = { seats: 10, parties: { A: 60, B: 35, C: 5 }, threshold: 0.05 };
  const seats = (options: Record<string, string>) => {
    const { elected } = counted(document, 'dhondt', options);
    return ['A', 'B', 'C'].map((id) => elected.filter((one) => one.id === id).length);
  };
  assert.deepEqual(seats({}), [6, 4, 0]);
  assert.deepEqual(seats({ minimum: '1' }), [6, 3, 1]);
  assert.deepEqual(seats({ minimum: '1', 'threshold-is': 'exclusive' }), [6, 4, 0]);
  assert.deepEqual(seats({ cap: '5' }), [5, 5, 0]);
  const outcome = count(json(document), { method: 'dhondt', options: { minimum: '4' } });
  assert.equal(outcome.ok ? '' : outcome.refusal.code, 'too-few-seats');
});

test('a draw is the same for whoever repeats it, and another seed draws others', () => {
  const pool = Array.from({ length: 40 }, (_, at) => ({
    id: `p${at}`,
    groups: { sex: at % 4 === 0 ? 'woman' : 'man' },
  }));
  const ids = (seed: string, options: Record<string, string> = {}) =>
    counted({ pool, seats: 8, seed }, 'sortition', options).elected.map(({ id }) => id);
  assert.deepEqual(ids('lottery of 12 June'), ids('lottery of 12 June'));
  assert.notDeepEqual(ids('lottery of 12 June'), ids('lottery of 13 June'));
  const isWoman = (id: string) => Number(id.slice(1)) % 4 === 0;
  assert.equal(ids('x', { by: 'sex' }).filter(isWoman).length, 2);
  assert.equal(ids('x', { by: 'sex', places: 'woman:5,man:3' }).filter(isWoman).length, 5);
});

test('over many seeds everybody is drawn about as often as anybody', () => {
  const drawn = new Array<number>(5).fill(0);
  for (let seed = 0; seed < 1000; seed++) {
    const [first] = counted({ pool: ['0', '1', '2', '3', '4'], seats: 1, seed: `s${seed}` }, 'sortition').elected;
    drawn[Number(first?.id)]! += 1;
  }
  assert.ok(
    drawn.every((number) => number > 140 && number < 260),
    drawn.join(),
  );
});
