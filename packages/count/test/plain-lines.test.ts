// Lines of nothing but numbers are read on a shorter way; whatever else stands between them, the ballots are the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { weightOf } from '../src/election.ts';
import { readElection } from '../src/formats/read.ts';

const CANDIDATES = 12;
const gap = fc.constantFrom(' ', ' ', ' ', '  ', '\t', ' \t', '\n', '\r\n', ' # noted\n', ' /* noted */ ');
const ballot = fc.record({
  weight: fc.integer({ min: 1, max: 1_000 }),
  ranking: fc.shuffledSubarray(Array.from({ length: CANDIDATES }, (_, at) => at + 1)),
  gaps: fc.array(gap, { minLength: CANDIDATES + 2, maxLength: CANDIDATES + 2 }),
  zeros: fc.constantFrom('', '', '', '0'),
  end: fc.constantFrom('\n', '\n', '\r\n', ' ', ' \n\n'),
});

function* inPieces(text: string, size: number): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('plain lines, blanks and comments between them, read in pieces of any size, give the ballots as written', () => {
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 8 }), fc.integer({ min: 1, max: 200 }), (ballots, size) => {
      const lines = ballots.map(({ weight, ranking, gaps, zeros, end }) => {
        const numbers = [String(weight), ...ranking.map((number) => zeros + number), '0'];
        return numbers.map((number, at) => (at === 0 ? number : `${gaps[at]}${number}`)).join('') + end;
      });
      const names = Array.from({ length: CANDIDATES }, (_, at) => `"c${at + 1}"\n`).join('');
      const reading = readElection('blt', inPieces(`${CANDIDATES} 2\n${lines.join('')}0\n${names}"T"\n`, size));
      assert.ok(reading.ok, reading.ok ? '' : reading.problem.text.en);
      const expected = new Map<string, bigint>();
      for (const { weight, ranking } of ballots.filter((one) => one.ranking.length > 0))
        expected.set(ranking.join(), (expected.get(ranking.join()) ?? 0n) + BigInt(weight));
      const { groups, starts, entries } = reading.election.ballots;
      const found = Array.from({ length: groups }, (_, group): [string, bigint] => {
        const ranks = [...entries.subarray(starts[group], starts[group + 1])];
        return [ranks.map((entry) => (entry >> 1) + 1).join(), weightOf(reading.election.ballots, group)];
      });
      assert.deepEqual(new Map(found), expected);
      const blank = ballots.reduce((sum, { weight, ranking }) => sum + (ranking.length === 0 ? weight : 0), 0);
      assert.equal(reading.election.ballots.blank, BigInt(blank));
    }),
    { numRuns: 1_000 },
  );
});

test('what is wrong in a plain line has its place', () => {
  const problem = (lines: string) => {
    const reading = readElection('blt', inPieces(`3 1\n1 1 2 0\n${lines}`, 4_096));
    return reading.ok ? 'read' : `${reading.problem.line}:${reading.problem.column}`;
  };
  assert.equal(problem('2 3 4 0\n0\n"A"\n"B"\n"C"\n"T"\n'), '3:5');
  assert.equal(problem('2 3 1 0\n'), '4:1');
  assert.equal(problem('2 3 1x 0\n'), '3:5');
  assert.equal(problem('2 3 1\n'), '4:1');
});
