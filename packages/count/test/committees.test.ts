import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { counted, ids } from './asked.ts';
import { naivePav } from './naive/committees.ts';
import { approvals, budgets, electionOf, type NaiveProfile, read } from './naive/profile.ts';

const runs = { numRuns: 120 };
const json = (document: object) => read('json', JSON.stringify(document));

const sets = ({ candidates, seats, ballots }: NaiveProfile) => ({
  candidates,
  seats,
  ballots: ballots.map(({ ranks }) => ranks.flat()),
});

test('pav names every best committee that trying all of them finds', () => {
  fc.assert(
    fc.property(approvals, (profile) => {
      const { stages } = counted(electionOf(profile), 'pav');
      const { committees } = stages[0]!.details as { committees: string[][] };
      assert.deepEqual(
        committees.map((one) => one.map((id) => Number(id) - 1)),
        naivePav(sets(profile)),
      );
    }),
    runs,
  );
});

test('a budget is never overspent, whatever fills it', () => {
  const completions = fc.constantFrom('none', 'add1', 'greedy', 'add1-greedy');
  fc.assert(
    fc.property(budgets, completions, (profile, completion) => {
      for (const [method, options] of [
        ['greedy-pb', {}],
        ['mes-pb', { completion }],
      ] as const) {
        const { elected } = counted(electionOf(profile), method, { options });
        assert.ok(elected.reduce((sum, { id }) => sum + profile.costs![Number(id) - 1]!, 0) <= profile.budget!);
      }
    }),
    runs,
  );
});

test('a threshold is reached or exceeded; a minimum comes first; a cap is not passed', () => {
  const document = { seats: 10, parties: { A: 60, B: 35, C: 5 }, threshold: 0.05 };
  const seats = (options: Record<string, string>) => {
    const { elected } = counted(json(document), 'dhondt', { options });
    return ['A', 'B', 'C'].map((id) => elected.filter((one) => one.id === id).length);
  };
  assert.deepEqual(seats({}), [6, 4, 0]);
  assert.deepEqual(seats({ minimum: '1' }), [6, 3, 1]);
  assert.deepEqual(seats({ minimum: '1', 'threshold-is': 'exclusive' }), [6, 4, 0]);
  assert.deepEqual(seats({ cap: '5' }), [5, 5, 0]);
  const outcome = count(json(document), { method: 'dhondt', options: { minimum: '4' } });
  assert.equal(outcome.ok ? '' : outcome.refusal.code, 'too-few-seats');
});

test('a list whose minimum is more than its share has no remainder left that could bring it another seat', () => {
  const { elected } = counted(json({ seats: 6, parties: { A: 9, B: 10, C: 36 } }), 'hare', {
    options: { minimum: '1' },
  });
  assert.equal(
    elected
      .map(({ id }) => id)
      .sort()
      .join(''),
    'ABCCCC',
  );
});

test('a ballot for a withdrawn candidate counts for the next one it names, in every method of marks', () => {
  const election = read('blt', '3 1\n-1\n5 1 2 0\n4 3 0\n0\nA\nB\nC\n');
  for (const method of ['plurality', 'two-round', 'block', 'limited']) {
    assert.deepEqual(ids(counted(election, method)), ['2'], method);
  }
});

test('a draw is the same for whoever repeats it, and another seed draws others', () => {
  const pool = Array.from({ length: 40 }, (_, at) => ({
    id: `p${at}`,
    groups: { sex: at % 4 === 0 ? 'woman' : 'man' },
  }));
  const drawn = (seed: string, options: Record<string, string> = {}) =>
    ids(counted(json({ pool, seats: 8, seed }), 'sortition', { options }));
  assert.deepEqual(drawn('lottery of 12 June'), drawn('lottery of 12 June'));
  assert.notDeepEqual(drawn('lottery of 12 June'), drawn('lottery of 13 June'));
  const isWoman = (id: string) => Number(id.slice(1)) % 4 === 0;
  assert.equal(drawn('x', { by: 'sex' }).filter(isWoman).length, 2);
  assert.equal(drawn('x', { by: 'sex', places: 'woman:5,man:3' }).filter(isWoman).length, 5);
});

test('over many seeds everybody is drawn about as often as anybody', () => {
  const drawn = new Array<number>(5).fill(0);
  for (let seed = 0; seed < 1000; seed++) {
    const [first] = counted(json({ pool: ['0', '1', '2', '3', '4'], seats: 1, seed: `s${seed}` }), 'sortition').elected;
    drawn[Number(first?.id)]! += 1;
  }
  assert.ok(
    drawn.every((number) => number > 140 && number < 260),
    drawn.join(),
  );
});
