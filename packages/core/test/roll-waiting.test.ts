// Who waits before counting, and that an amendment throws nobody off the roll.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plusDays } from '../src/index.ts';
import { countsFrom, type Waiting } from '../src/roll/waiting.ts';
import { evening, foundBase, statuteWith } from './federation/assembly.ts';
import { asMember, dataOf, Federation } from './federation/federation.ts';

const enrolledAt = '2005-06-01T12:00:00Z';
const always = (days: number): Waiting => ({ days, from: '2005-01-01T00:00:00Z', until: null });

test('who was enrolled counts after as many days as the statute says', () => {
  assert.equal(countsFrom([always(30)], enrolledAt), plusDays(enrolledAt, 30));
  assert.equal(countsFrom([always(0)], enrolledAt), enrolledAt);
});

test('who counts already is not made to wait again; who does not yet waits as long as the new rule says', () => {
  const amended = (at: string): readonly Waiting[] => [
    { ...always(30), until: at },
    { days: 300, from: at, until: null },
  ];
  assert.equal(countsFrom(amended(plusDays(enrolledAt, 31)), enrolledAt), plusDays(enrolledAt, 30));
  assert.equal(countsFrom(amended(plusDays(enrolledAt, 30)), enrolledAt), plusDays(enrolledAt, 300));
  assert.equal(countsFrom(amended(plusDays(enrolledAt, 29)), enrolledAt), plusDays(enrolledAt, 300));
});

test('a shorter wait is for those too who are waiting, from the day of the amendment', () => {
  const at = plusDays(enrolledAt, 10);
  assert.equal(
    countsFrom(
      [
        { ...always(30), until: at },
        { days: 5, from: at, until: null },
      ],
      enrolledAt,
    ),
    at,
  );
});

test('whatever was amended, nobody who counted on one day does not count on a later one', () => {
  const days = fc.integer({ min: 0, max: 90 });
  fc.assert(
    fc.property(fc.array(fc.tuple(days, days), { minLength: 1, maxLength: 6 }), days, days, (amendments, one, more) => {
      let from = plusDays(enrolledAt, -20);
      const versions = amendments.map(([wait, inForce]) => {
        const version = { days: wait, from };
        from = plusDays(from, inForce + 1);
        return version;
      });
      const upTo = (now: string): readonly Waiting[] =>
        versions
          .filter((version) => version.from <= now)
          .map((version, position, known) => ({ ...version, until: known[position + 1]?.from ?? null }));
      const [now, later] = [plusDays(enrolledAt, one), plusDays(enrolledAt, one + more)];
      const counted = countsFrom(upTo(now), enrolledAt) <= now;
      if (counted) assert.ok(countsFrom(upTo(later), enrolledAt) <= later);
    }),
  );
});

test('those in office cannot leave themselves alone on the roll by an amendment that makes everybody wait for years', () => {
  const fed = new Federation();
  const base = foundBase(fed, 'junta-1', 8, statuteWith({ roll: { waitingDays: 10 } }));
  fed.pass({ days: 11 });
  const statute = statuteWith({ roll: { waitingDays: 3_000 } });
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute } }]);
  const newcomer = String(fed.must(base.origin, base.secretary, 'EnrolMember', { name: 'nueva' }).answer.member);
  fed.pass({ days: 15 });
  const convened = fed.must(base.origin, base.presidium, 'ConveneSitting', {
    kind: 'ordinary',
    place: 'Sede',
    startsAt: plusDays(fed.now, 3),
    notice: [],
  });
  const { roll } = dataOf(convened, 'SittingConvened');
  assert.equal(roll.size, 9, 'eight neighbours and the founder; who came later waits');
  const sitting = convened.acts[0]?.index ?? 0;
  fed.must(base.origin, asMember(base.members[7] ?? ''), 'CheckIn', fed.atDoor(base.origin, sitting));
  fed.refuses(base.origin, asMember(newcomer), 'CheckIn', fed.atDoor(base.origin, sitting), 'waiting-time');
});
