// Elections among candidates: who stands, what two tellers type, how it is counted, and what becomes of a tie.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, type ActName, type AuditedAct, auditRules, tableGet } from '../src/index.ts';
import type { StoredAct } from './federation/book.ts';
import { dataOf, indexOf } from './federation/federation.ts';
import { closing, drawLot, electionHall, officersVote, playElections, type } from './federation/story-elections.ts';

test('officers are elected by the statute’s methods: the president by most votes, the two others by transfers', () => {
  const world = electionHall();
  const { fed, base } = world;
  const { vote } = officersVote(world);
  type(world, vote, { contest: 1, ballots: '7 1 0\n4 2 0\n1 0', papers: 12 });
  type(world, vote, { contest: 2, ballots: '6 1 2 0\n4 3 0\n2 4 3 0', papers: 12 });
  const done = closing(world, vote);
  const counted = done.acts.filter(({ act }) => act === 'ElectionCounted');
  assert.equal(counted.length, 2);
  assert.deepEqual(dataOf(done, 'ElectionCounted').elected, [{ number: 1, holder: base.members[4], stage: 2 }]);
  assert.equal(dataOf(done, 'VoteClosed').outcome, 'carried');
  const { officers } = dataOf(done, 'OfficersElected');
  assert.deepEqual(
    officers.map(({ office, holder }) => [office, base.members.indexOf(holder)]),
    [
      ['presidencia', 4],
      ['actas', 6],
      ['vocalía', 8],
    ],
  );
  assert.equal(tableGet(fed.book(base.origin).state.officers, 'vocalía')?.holder, base.members[8]);
});

test('a tie is drawn by lot, the count goes on with it, and the lot is on record', () => {
  const world = electionHall();
  const { vote } = officersVote(world);
  type(world, vote, { contest: 1, ballots: '6 1 0\n6 2 0', papers: 12 });
  type(world, vote, { contest: 2, ballots: '6 1 2 0\n4 3 0\n2 4 3 0', papers: 12 });
  const done = closing(world, vote);
  assert.equal(dataOf(done, 'VoteClosed').outcome, 'tied');
  assert.deepEqual(dataOf(done, 'ElectionCounted').lotsRequired?.tied, [1, 2]);
  const drawn = drawLot(world, vote, '31 415');
  const { drawn: who, among } = dataOf(drawn, 'LotDrawn');
  assert.deepEqual(among, ['1', '2']);
  assert.deepEqual(
    dataOf(drawn, 'ElectionCounted').elected.map(({ number }) => String(number)),
    [who],
  );
  assert.ok(indexOf(drawn, 'OfficersElected') > 0);
  assert.equal(tableGet(world.fed.book(world.hall.origin).state.votes, vote)?.closed?.outcome, 'carried');
});

test('over the book of an election the rule audit finds nothing, and each number that was changed', () => {
  const { fed } = playElections();
  const [book] = fed.books.values();
  assert.ok(book);
  const { origin, acts } = book;
  assert.deepEqual(auditRules(origin, acts).differences, []);
  const changed = (name: ActName, data: object) =>
    auditRules(
      origin,
      acts.map((act) => (act.act === name ? ({ ...act, data: { ...act.data, ...data } } as AuditedAct) : act)),
    ).differences.map(({ act, code }) => `${act} ${code}`);
  assert.ok(changed('ElectionCounted', { method: 'irv' }).includes('ElectionCounted rule'));
  assert.ok(changed('ElectionCounted', { publicFrom: 1 }).includes('ElectionCounted rule'));
  assert.ok(
    changed('ElectionCounted', { papers: { valid: 13, blank: 0, invalid: 0, spoilt: 0 } }).includes(
      'ElectionCounted electorate',
    ),
  );
  assert.ok(changed('CandidateEntered', { number: 7 }).includes('CandidateEntered order'));
  const drawn = acts.find((act): act is StoredAct & Act<'LotDrawn'> => act.act === 'LotDrawn')?.data.drawn;
  assert.ok(changed('LotDrawn', { drawn: drawn === '1' ? '2' : '1' }).includes('LotDrawn outcome'));
  assert.ok(changed('OfficersElected', { until: '2030-01-01T00:00:00Z' }).includes('OfficersElected effect'));
});
