// Reports of delegates to those who sent them, and what a missed one lets the members do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, plusHours } from '../src/index.ts';
import { announcing, type Base } from './federation/assembly.ts';
import { asMember, dataOf } from './federation/federation.ts';
import { report, reportingFederation, voteAbove } from './federation/reports.ts';
import type { World } from './federation/upper.ts';

const settled = reportingFederation();

function given() {
  const world: World = { ...settled, fed: settled.fed.fork() };
  const base = world.bases[0] as Base;
  return { world, base, plain: asMember(base.members[7] ?? ''), seat: { to: world.upper.origin, seat: 1 } };
}

test('a delegate reports on votes above; the act names the seat, and what is told stays beside the book', () => {
  const { world, base } = given();
  const { vote } = voteAbove(world);
  const done = report(world, base, vote);
  assert.deepEqual(dataOf(done, 'DelegateReported'), {
    to: world.upper.origin,
    seat: 1,
    votes: [{ book: world.upper.origin, index: vote }],
  });
  const [act] = done.acts;
  assert.equal(act?.by.office, 'delegate');
  assert.ok(!JSON.stringify(act).includes(base.members[4] ?? '-'));
  assert.deepEqual(auditRules(base.origin, world.fed.book(base.origin).acts).differences, []);
});

test('who has no seat there reports nothing, and nobody reports on a vote that was not taken', () => {
  const { world, base, plain } = given();
  const { vote } = voteAbove(world);
  const input = { to: world.upper.origin, votes: [vote], report: 'x' };
  world.fed.refuses(base.origin, base.presidium, 'ReportToBase', input, 'no-such-seat');
  const delegate = asMember(base.members[4] ?? '');
  world.fed.refuses(base.origin, delegate, 'ReportToBase', { ...input, votes: [vote + 1] }, 'evidence-missing');
  assert.notDeepEqual(plain, delegate);
});

test('ten days after the sitting above without a report any member convenes the recall, and not an hour before', () => {
  const { world, base, plain, seat } = given();
  const { fed } = world;
  voteAbove(world);
  const due = plusDays(fed.now, 10);
  fed.now = plusHours(due, -1);
  const early = fed.refuses(base.origin, plain, 'ShowMissedReport', seat, 'too-early');
  assert.deepEqual([early.article, early.needed], ['mandates.report', due]);
  fed.now = due;
  const call = () =>
    ({ kind: 'ordinary', place: 'Sede', startsAt: plusDays(fed.now, 3), notice: announcing('recall') }) as const;
  fed.refuses(base.origin, plain, 'ConveneSitting', call(), 'nothing-overdue');
  fed.must(base.origin, plain, 'ShowMissedReport', seat);
  fed.refuses(base.origin, plain, 'ShowMissedReport', seat, 'already-presented');
  fed.must(base.origin, plain, 'ConveneSitting', call());
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('who has reported has missed nothing; of a sitting that goes on nothing is due', () => {
  const { world, base, plain, seat } = given();
  const { fed } = world;
  const { vote } = voteAbove(world);
  fed.pass({ days: 9 });
  report(world, base, vote);
  fed.pass({ days: 2 });
  fed.refuses(base.origin, plain, 'ShowMissedReport', seat, 'already-reported');
});
