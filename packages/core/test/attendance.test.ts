// Who was at a sitting is known for as long as it can be challenged, and then by nobody (DESIGN section 7).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attendanceOver, auditRules, plusDays, tableGet } from '../src/index.ts';
import { evening, foundBase, hallOf, openVote, statuteWith, table } from './federation/assembly.ts';
import { anyone, asMember, dataOf, Federation } from './federation/federation.ts';
import { attended } from './federation/story-gatherings.ts';

const statute = statuteWith({ challenge: { days: 20 } });

function settled() {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', 8, statute);
  fed.pass({ days: 31 });
  return { fed, base, origin: base.origin };
}

const secondsBefore = (time: string): string => new Date(Date.parse(time) - 1_000).toISOString().replace('.000', '');

test('names go when the challenge period is over, and not a second before', () => {
  const { fed, base, origin } = settled();
  const sitting = attended(fed, base, true);
  const ends = plusDays(fed.now, 20);
  fed.now = secondsBefore(ends);
  assert.equal(attendanceOver(fed.book(origin).state, sitting, fed.now), false);
  assert.equal(fed.refuses(origin, anyone, 'EraseAttendance', { sitting }, 'too-early').needed, ends);
  fed.now = ends;
  assert.equal(attendanceOver(fed.book(origin).state, sitting, ends), true);
  const done = fed.must(origin, anyone, 'EraseAttendance', { sitting });
  assert.equal(dataOf(done, 'AttendanceErased').count, 2);
  assert.equal(fed.book(origin).vault.attendance.filter((row) => row.sitting === sitting).length, 0);
  fed.refuses(origin, anyone, 'EraseAttendance', { sitting }, 'already-erased');
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
});

test('a sitting that nobody closed keeps nobody on a list: the period runs from its beginning', () => {
  const { fed, base, origin } = settled();
  const sitting = attended(fed, base, false);
  fed.now = plusDays(tableGet(fed.book(origin).state.sittings, sitting)?.startsAt ?? '', 20);
  assert.ok(attendanceOver(fed.book(origin).state, sitting, fed.now));
  const late = fed.refuses(
    origin,
    asMember(base.members[4] ?? ''),
    'CheckIn',
    fed.atDoor(origin, sitting),
    'attendance-over',
  );
  assert.equal(late.needed, fed.now);
  fed.must(origin, anyone, 'EraseAttendance', { sitting });
  fed.refuses(origin, asMember(base.members[4] ?? ''), 'CheckIn', fed.atDoor(origin, sitting), 'attendance-over');
  fed.must(origin, base.presidium, 'CloseSitting', { sitting });
  assert.equal(fed.book(origin).vault.attendance.filter((row) => row.sitting === sitting).length, 0);
});

test('after a recess the period runs from the day on which the sitting goes on', () => {
  const { fed, base, origin } = settled();
  const sitting = attended(fed, base, false);
  const until = plusDays(fed.now, 15);
  fed.must(origin, base.presidium, 'RecessSitting', { sitting, until });
  assert.equal(attendanceOver(fed.book(origin).state, sitting, plusDays(fed.now, 30)), false);
  assert.equal(attendanceOver(fed.book(origin).state, sitting, plusDays(until, 20)), true);
});

test('a node that slept through the day puts nobody on the list of a vote any more, deleted or not', () => {
  const { fed, base, origin } = settled();
  const sitting = attended(fed, base, false);
  const motion = table(fed, hallOf(base), sitting, { matter: 'ordinary' });
  const twin = fed.fork();
  fed.pass({ days: 20 });
  twin.now = secondsBefore(fed.now);
  const vote = openVote(twin, hallOf(base), motion, 'devices');
  assert.equal(tableGet(twin.book(origin).state.votes, vote)?.electorate.count, 2);
  fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'devices' }, 'attendance-over');
  fed.must(origin, base.presidium, 'CloseSitting', { sitting });
});

test('a longer challenge period, voted later, brings no name back', () => {
  const { fed, base, origin } = settled();
  const sitting = attended(fed, base, true);
  fed.pass({ days: 20 });
  fed.must(origin, anyone, 'EraseAttendance', { sitting });
  const longer = { ...statute, challenge: { days: 300 } };
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute: longer } }]);
  assert.ok(attendanceOver(fed.book(origin).state, sitting, fed.now));
});
