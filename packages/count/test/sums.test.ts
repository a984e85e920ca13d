// Ballots that nobody sees one by one: what is known of them are sums, and methods that mark names count those.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, countsSums, marksOf, readElection, withSums } from '../src/index.ts';

const blt = (text: string) => {
  const read = readElection('blt', [new TextEncoder().encode(text)]);
  assert.ok(read.ok);
  return read.election;
};

const names = ['1', '2', '3'];

const sums = (votes: readonly number[], ballots: number, blank = 0) => ({
  ballots,
  blank,
  candidates: names.map((id, at) => ({ id, name: `c${id}`, withdrawn: false, votes: votes[at] ?? 0 })),
});

const result = (election: Parameters<typeof count>[0], method: string, seats: number) => {
  const outcome = count(election, { method, seats });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.result;
};

const elected = ({ elected: winners }: ReturnType<typeof result>): string[] => winners.map(({ id }) => id);

test('given the same votes as papers and as sums, when they are counted, then the result is the same', () => {
  const papers = blt('3 2\n4 1 2 0\n3 2 3 0\n2 3 0\n1 0\n0\n"1"\n"2"\n"3"\n""\n');
  const same = withSums(null, sums([4, 7, 5], 10, 1));
  const [one, other] = [result(papers, 'block', 2), result(same, 'block', 2)];
  assert.deepEqual(elected(other), elected(one));
  assert.deepEqual(other.ballots, one.ballots);
  assert.deepEqual(
    other.stages.map(({ tally }) => tally),
    one.stages.map(({ tally }) => tally),
  );
});

test('given papers beside the sums, when they are counted, then both are', () => {
  const papers = blt('3 1\n3 2 0\n1 0\n0\n"1"\n"2"\n"3"\n""\n');
  const { ballots, stages, elected: winners } = result(withSums(papers, sums([5, 3, 1], 10, 1)), 'plurality', 1);
  assert.deepEqual(ballots, { total: '14', valid: '12', blank: '2', invalid: '0' });
  assert.deepEqual(stages[0]?.tally, { 1: '5', 2: '6', 3: '1' });
  assert.deepEqual(
    winners.map(({ id }) => id),
    ['2'],
  );
});

test('given a method that looks at whole ballots, when there are sums, then it is refused', () => {
  const papers = blt('3 1\n3 2 1 0\n0\n"1"\n"2"\n"3"\n""\n');
  for (const method of ['irv', 'scottish-stv', 'two-round', 'borda', 'pav']) {
    const outcome = count(withSums(papers, sums([5, 3, 1], 9)), { method, seats: 1 });
    assert.equal(outcome.ok ? '' : outcome.refusal.code, 'wrong-ballots', method);
    assert.equal(countsSums(method), false);
    assert.equal(marksOf(method, {}, 1), null);
  }
});

test('a ballot marks one name, as many as it likes, as many as there are places, or fewer, unless the statute gives a number', () => {
  assert.equal(marksOf('plurality', {}, 3), 1);
  assert.equal(marksOf('approval', {}, 3), Number.POSITIVE_INFINITY);
  assert.equal(marksOf('block', {}, 3), 3);
  assert.equal(marksOf('limited', {}, 3), 2);
  assert.equal(marksOf('limited', {}, 1), 1);
  assert.equal(marksOf('block', { votes: '2' }, 3), 2);
  assert.equal(countsSums('toString'), false);
});
