import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { ballotFile } from '../src/outputs/ballot-file.ts';
import { electionOf, profiles, read } from './naive/profile.ts';

test('what is written in any format and read again counts the same', () => {
  fc.assert(
    fc.property(profiles(true), fc.constantFrom('blt', 'abif', 'toi'), (profile, extension) => {
      const election = electionOf(profile);
      const written = ballotFile(election, extension, 0);
      assert.ok(written.ok);
      const [here, there] = [election, read(extension, written.text)].map((one) => {
        const outcome = count(one, { method: 'schulze' });
        assert.ok(outcome.ok);
        const { elected, ballots, stages } = outcome.result;
        return { elected, ballots, pairs: stages[0]?.details };
      });
      assert.deepEqual(there, here);
    }),
    { numRuns: 200 },
  );
});

test('below the set size nothing is written for the public, at it everything is', () => {
  const election = (number: number) => read('blt', `2 1\n${number} 1 2 0\n0\nA\nB\n`);
  const few = ballotFile(election(29), 'blt');
  assert.equal(few.ok ? '' : few.refusal.code, 'set-too-small');
  assert.ok(ballotFile(election(30), 'blt').ok);
  assert.ok(ballotFile(election(29), 'blt', 0).ok);
});

test('what a format cannot say is refused, not left out', () => {
  const code = (text: string, from: string, to: string) => {
    const written = ballotFile(read(from, text), to, 0);
    return written.ok ? 'written' : written.refusal.code;
  };
  assert.equal(code('1,overvote,A\n', 'csv', 'blt'), 'cannot-be-written');
  assert.equal(code('1,,A\n', 'csv', 'blt'), 'written');
  assert.equal(code('1,,A\n', 'csv', 'abif'), 'cannot-be-written');
  assert.equal(code('1:A/3,B/2\n', 'abif', 'toi'), 'cannot-be-written');
  assert.equal(code('1:A/3,B/2\n', 'abif', 'abif'), 'written');
  assert.equal(code('1:A>B\n', 'abif', 'pdf'), 'cannot-be-written');
  assert.equal(code('{"seats": 1, "parties": {"A": 1}}', 'json', 'blt'), 'no-ballots');
});
