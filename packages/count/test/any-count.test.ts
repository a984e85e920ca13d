// Whatever is asked of whatever election: a result, a lot that is needed, or a refusal in both languages; never a crash.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { readElection } from '../src/formats/read.ts';
import { methods } from '../src/methods.ts';
import { resultDocument } from '../src/outputs/document.ts';
import { resultPage } from '../src/outputs/page.ts';
import { stageTable } from '../src/outputs/stage-table.ts';
import { approvals, budgets, electionOf, graded, lists, profiles, read, roughProfiles } from './naive/profile.ts';

const elections = fc.oneof(
  fc.oneof(profiles(true), roughProfiles, approvals, budgets, graded, lists).map(electionOf),
  fc.constantFrom(
    read('blt', '1 1\n0\n"A"\n'),
    read('blt', '3 2\n-1\n-2\n-3\n4 1 0\n1 0\n0\nA\nB\nC\n'),
    read('csv', 'overvote,overvote\n'),
    read('json', '{"seats": 3, "parties": {"A": 0, "B": 0}}'),
    read('json', '{"pool": ["a", "b"], "seats": 5, "seed": "s"}'),
    read('json', '{"projects": {"a": 0}, "budget": 0, "ballots": [[], ["a"]]}'),
    read('blt', '2 1\n0.00001 1 0\n99999999999999999999 2 1 0\n0\nA\nB\n'),
  ),
);

const words = [
  '',
  '0',
  '1',
  '2',
  '1,2',
  '1,2,3,4,5',
  '7',
  'none',
  'x',
  '-1',
  '1/0',
  '1/3',
  '50%',
  '1000000',
  'yes',
  'no',
];
/** For each option a word of its own, one of another kind, or nothing. */
const requests = fc.constantFrom(...Object.keys(methods)).chain((method) =>
  fc.record({
    method: fc.constant(method),
    options: fc.record(
      Object.fromEntries(
        Object.entries<{ default: string; values?: readonly string[] }>({
          ...methods[method]?.options,
          withdrawn: { default: '' },
        }).map(([name, spec]) => [
          name,
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...(spec.values ?? [spec.default])) },
            { weight: 1, arbitrary: fc.constantFrom(...words) },
          ),
        ]),
      ),
      { requiredKeys: [] },
    ),
    seats: fc.constantFrom(undefined, 0, 1, 2, 3, 9, 1.5),
    lots: fc.constantFrom([], ['1'], ['2', '1'], ['3', '3', '9']),
  }),
);

test('every method under any options of any small election gives a result, a lot or a refusal', () => {
  fc.assert(
    fc.property(elections, requests, (election, { seats, method, options, lots }) => {
      const given = options as Readonly<Record<string, string>>;
      const request = { method, options: given, lots, ...(seats !== undefined && { seats }) };
      const outcome = count(election, request);
      if (!outcome.ok) {
        assert.ok(outcome.refusal.code !== '' && outcome.refusal.text.es !== '' && outcome.refusal.text.en !== '');
        return;
      }
      const { result } = outcome;
      assert.ok(result.elected.length <= Math.max(result.seats, election.candidates.length));
      assert.ok(result.lotsRequired === null || result.lotsRequired.tied.length > 1);
      const again = count(election, request);
      assert.deepEqual(again, outcome);
      for (const language of ['es', 'en'] as const) {
        assert.ok(JSON.stringify(resultDocument(result, language)).length > 2);
        assert.ok(resultPage(election, result, language).endsWith('</html>\n'));
        assert.ok(stageTable(election, result, language).length > 2);
      }
    }),
    { numRuns: 800 },
  );
});

test('headers that lie, and files of ten megabytes, are read piece by piece', () => {
  const line = new TextEncoder().encode('1 1 2 3 0\n'.repeat(6_000));
  function* file(head: string, tail: string): Generator<Uint8Array> {
    yield new TextEncoder().encode(head);
    for (let piece = 0; piece < 175; piece++) yield line;
    yield new TextEncoder().encode(tail);
  }
  const before = process.memoryUsage().rss;
  const read10 = readElection('blt', file('3 2\n', '0\nA\nB\nC\n'));
  assert.ok(read10.ok);
  assert.equal(read10.election.ballots.total, 1_050_000n);
  for (const [extension, head] of [
    ['blt', '999999999 999999999\n'],
    ['toc', '# NUMBER ALTERNATIVES: 10000000\n# NUMBER VOTERS: 99999999999\n9999999999: 1,2\n'],
    ['cvotes', '#/Number of Seats: 99999999\n'],
    ['pb', 'META\nkey;value\nnum_votes;99999999999\nbudget;1e999\n'],
    ['json', '{"candidates": 99999999999, "ballots": []}'],
    ['json', `${'['.repeat(100_000)}`],
    ['csv', `${'"'.repeat(99)}\n`],
    ['abif', `${'9'.repeat(70)}:A>B\n`],
  ] as const) {
    const reading = readElection(extension, [new TextEncoder().encode(head)]);
    if (!reading.ok) assert.ok(reading.problem.line >= 1 && reading.problem.column >= 1, extension);
  }
  assert.ok(process.memoryUsage().rss - before < 150_000_000);
});
