import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { read } from './naive/profile.ts';

const runs = { numRuns: 150 };

function counted(rows: readonly (readonly number[])[], method: string) {
  const ballots = rows.map((scores) => ({ scores: Object.fromEntries(scores.map((score, at) => [`C${at}`, score])) }));
  const candidates = (rows[0] ?? []).map((_, at) => `C${at}`);
  const outcome = count(read('json', JSON.stringify({ candidates, ballots })), { method });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.text.en);
  const { elected, lotsRequired } = outcome.result;
  return lotsRequired === null ? elected.map(({ id }) => Number(id.slice(1))) : 'tie';
}

const tables = fc.integer({ min: 2, max: 4 }).chain((candidates) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: candidates, maxLength: candidates }), {
    minLength: 1,
    maxLength: 9,
  }),
);

test('score elects the highest sum', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const sums = rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0));
      const best = sums.flatMap((sum, at) => (sum === Math.max(...sums) ? [at] : []));
      assert.deepEqual(counted(rows, 'score'), best.length > 1 ? 'tie' : best);
    }),
    runs,
  );
});

/** The grades from the middle outwards, one taken away at a time. */
function majorityValue(grades: readonly number[]): number[] {
  const rest = [...grades].sort((a, b) => a - b);
  const value: number[] = [];
  while (rest.length > 0) value.push(...rest.splice(Math.ceil(rest.length / 2) - 1, 1));
  return value;
}

test('majority judgment compares middle grades, taken away one by one', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const values = rows[0]!.map((_, at) => majorityValue(rows.map((row) => row[at]!)).join(''));
      const best = values.flatMap((value, at) => (values.every((other) => other <= value) ? [at] : []));
      assert.deepEqual(counted(rows, 'majority-judgment'), best.length > 1 ? 'tie' : best);
    }),
    runs,
  );
});

test('star: of the two highest sums, whom more ballots score higher', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const sums = rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0));
      const order = sums.map((_, at) => at).sort((a, b) => sums[b]! - sums[a]!);
      const [a = 0, b = 0, c] = order;
      if (c !== undefined && sums[b] === sums[c]) return;
      const lead = rows.reduce((sum, row) => sum + Math.sign(row[a]! - row[b]!), 0) || sums[a]! - sums[b]!;
      assert.deepEqual(counted(rows, 'star'), lead === 0 ? 'tie' : [lead > 0 ? a : b]);
    }),
    runs,
  );
});
