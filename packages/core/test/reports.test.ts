// Reports of delegates to those who sent them, and what a missed one lets the members do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, plusHours, tableGet } from '../src/index.ts';
import { announcing, type Base, indexOf } from './federation/assembly.ts';
import { asMember, dataOf } from './federation/federation.ts';
import { judge, report, reportingFederation, voteAbove } from './federation/reports.ts';
import { federationOf, type World } from './federation/upper.ts';

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

test('the assembly approves a report, once; a tie says nothing', () => {
  const { world, base, plain } = given();
  const { fed } = world;
  const made = indexOf(report(world, base, voteAbove(world).vote), 'DelegateReported');
  assert.ok(!judge(world, base, made, 'tied').acts.some(({ act }) => act === 'DelegateReportJudged'));
  const done = dataOf(judge(world, base, made, 'approved'), 'DelegateReportJudged');
  assert.deepEqual([done.report, done.outcome, done.due], [made, 'approved', undefined]);
  assert.equal(tableGet(fed.book(base.origin).state.reportsMade, made)?.judged?.outcome, 'approved');
  const call = {
    kind: 'ordinary',
    place: 'Sede',
    startsAt: plusDays(fed.now, 3),
    notice: announcing('recall'),
  } as const;
  fed.refuses(base.origin, plain, 'ConveneSitting', call, 'nothing-overdue');
  assert.throws(() => judge(world, base, made, 'approved'), /report-already-judged/);
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('a report that the assembly does not approve lets any member convene the recall, where reports are owed', () => {
  const { world, base, plain } = given();
  const { fed } = world;
  const made = indexOf(report(world, base, voteAbove(world).vote), 'DelegateReported');
  const done = dataOf(judge(world, base, made, 'rejected'), 'DelegateReportJudged');
  assert.deepEqual([done.outcome, done.due !== undefined], ['rejected', true]);
  const call = {
    kind: 'ordinary',
    place: 'Sede',
    startsAt: plusDays(fed.now, 3),
    notice: announcing('recall'),
  } as const;
  fed.must(base.origin, plain, 'ConveneSitting', call);
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('where no statute asks for reports, one that is not approved is on record and obliges nobody', () => {
  const world = federationOf();
  const base = world.bases[0] as Base;
  const made = indexOf(report(world, base, voteAbove(world).vote), 'DelegateReported');
  const done = dataOf(judge(world, base, made, 'rejected'), 'DelegateReportJudged');
  assert.deepEqual([done.outcome, done.due], ['rejected', undefined]);
});

test('an audit finds a judgement that the vote did not give', () => {
  const { world, base } = given();
  const made = indexOf(report(world, base, voteAbove(world).vote), 'DelegateReported');
  judge(world, base, made, 'rejected');
  const acts = world.fed
    .book(base.origin)
    .acts.map((act) =>
      act.act === 'DelegateReportJudged' ? { ...act, data: { ...act.data, outcome: 'approved' as const } } : act,
    );
  const codes = auditRules(base.origin, acts as never).differences.map(({ code }) => code);
  assert.ok(codes.includes('outcome') && codes.includes('order'), codes.join(' '));
});
