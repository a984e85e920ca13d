// Classes of seats: what each may do in which phase (`statute.seats`), and what is counted of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seatsInSitting } from '../src/authority.ts';
import { auditRules, type Statute, tableEntries, tableGet } from '../src/index.ts';
import { announcing, type Base, convene, openVote, slate, statuteWith, table } from './federation/assembly.ts';
import { anyone, dataOf } from './federation/federation.ts';
import {
  amendClasses,
  classedFederation,
  electClasses,
  type SeatClasses,
  usualClasses,
} from './federation/seat-classes.ts';
import { callOut, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';

const settled = classedFederation();
const given = (): World => ({ ...settled, fed: settled.fed.fork() });
const chairOf = ({ upper }: World) => ({ origin: upper.origin, chair: upper.presidium });

/** Of the third base the first seat is as given, the second one too. */
function sitWith(world: World, ...classes: SeatClasses[number]['class'][]): { sitting: number; below: string } {
  const base = world.bases[2] as Base;
  electClasses(world, base, classes);
  return { sitting: sitUpper(world, 'election'), below: base.origin };
}

test('a fraternal seat is accredited and in no count: not of those present, not of those who may vote', () => {
  const world = given();
  const { fed, upper } = world;
  const { sitting, below } = sitWith(world, 'titular', 'fraterno');
  const { state } = fed.book(upper.origin);
  assert.equal(tableGet(state.seats, `${below}#2`)?.class, 'fraterno');
  assert.equal(tableGet(state.sittings, sitting)?.opened?.quorum.present, 5);
  const vote = openVote(fed, chairOf(world), table(fed, chairOf(world), sitting, { matter: 'ordinary' }), 'roll-call');
  assert.equal(tableGet(fed.book(upper.origin).state.votes, vote)?.electorate.count, 5);
  const called = { vote, below, seat: 2, choice: 'yes' } as const;
  const refusal = fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', called, 'seat-without-vote');
  assert.deepEqual([refusal.article, refusal.needed, refusal.present], ['seats', 'decision', 'fraterno']);
  fed.must(upper.origin, upper.presidium, 'RecordRollCallVote', { ...called, seat: 1 });
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

test('an attached seat votes in elections and in nothing else, and it may table motions', () => {
  const world = given();
  const { fed, upper } = world;
  const { sitting, below } = sitWith(world, 'titular', 'adscrito');
  const attached = seatActor(fed, upper.origin, `${below}#2`);
  const motion = table(fed, { ...chairOf(world), chair: attached }, sitting, { matter: 'ordinary' });
  const decision = openVote(fed, chairOf(world), motion, 'roll-call');
  const called = { below, seat: 2, choice: 'yes' } as const;
  fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', { ...called, vote: decision }, 'seat-without-vote');
  fed.must(upper.origin, upper.presidium, 'CloseVote', { vote: decision });
  const proposal = slate(fed, upper.origin, [`${below}#1`, `${world.bases[0]?.origin}#1`]);
  const election = openVote(
    fed,
    chairOf(world),
    table(fed, chairOf(world), sitting, { matter: 'election', proposal }),
    'roll-call',
  );
  fed.must(upper.origin, upper.presidium, 'RecordRollCallVote', { ...called, vote: election });
  const { votes } = fed.book(upper.origin).state;
  assert.deepEqual(
    [decision, election].map((vote) => tableGet(votes, vote)?.electorate.count),
    [5, 6],
  );
  fed.must(upper.origin, upper.presidium, 'CloseVote', { vote: election });
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

test('the alternate of a fraternal delegate has a fraternal seat', () => {
  const world = given();
  const { fed, upper } = world;
  const { below } = sitWith(world, 'titular', 'fraterno');
  fed.must(upper.origin, seatActor(fed, upper.origin, `${below}#2`), 'VacateSeat', { reason: 'resigned' });
  const seat = tableGet(fed.book(upper.origin).state.seats, `${below}#2`);
  assert.deepEqual([seat?.vacant, seat?.class], [false, 'fraterno']);
});

test('a seat of a class that the statute has no longer is not accredited, the others are', () => {
  const world = given();
  const { fed, upper } = world;
  const base = world.bases[2] as Base;
  electClasses(world, base, ['titular', 'fraterno']);
  const rules = fed.book(upper.origin).state.statute?.rules as Statute;
  assert.equal(rules.seats?.length, 3);
  amendClasses({ ...world, bases: world.bases.slice(0, 2) }, rules.seats?.slice(0, 2) ?? []);
  const hall = { ...chairOf(world), tellers: [anyone, anyone] } as const;
  const sitting = convene(fed, hall, { notice: announcing('ordinary') });
  const asked = { sitting, below: base.origin, seat: 2 };
  const refusal = fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', asked, 'seat-class-not-in-statute');
  assert.deepEqual([refusal.needed, refusal.present], ['titular | adscrito', 'fraterno']);
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', { ...asked, seat: 1 });
});

test('the seats of a body that was admitted as a guest are fraternal whatever it elects, and no part of the quorum', () => {
  const world = federationOf({ upperStatute: statuteWith({ seats: usualClasses }), guests: 1 });
  const { fed, upper } = world;
  const sitting = sitUpper(world);
  const { state } = fed.book(upper.origin);
  const { roll, opened } = tableGet(state.sittings, sitting) ?? {};
  assert.deepEqual([roll, opened?.quorum], [4, { needed: 3, present: 4, met: true }]);
  assert.equal(tableGet(state.seats, `${world.bases[2]?.origin}#1`)?.class, 'fraterno');
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

type Named = SeatClasses[number]['class'];
const phases = ['accreditation', 'debate', 'decision', 'election'] as const;
const some = fc.subarray([...phases]);
const everything = { class: 'titular' as const, voice: [...phases], vote: [...phases] };
const articles: fc.Arbitrary<SeatClasses> = fc
  .tuple(some, some, some, some)
  .map(([a, b, c, d]) => [
    everything,
    { class: 'adscrito', voice: a, vote: b },
    { class: 'fraterno', voice: c, vote: d },
  ]);
const named = fc.constantFrom<Named>('titular', 'adscrito', 'fraterno');

test('whatever the statute says of seats: those that may vote in a phase are on the list, are present, and are heard', () => {
  fc.assert(
    fc.property(articles, named, named, (seats, first, second) => {
      const world = given();
      const { fed, upper } = world;
      amendClasses(world, seats);
      const { sitting } = sitWith(world, first, second);
      const motion = table(fed, chairOf(world), sitting, { matter: 'ordinary' });
      const vote = openVote(fed, chairOf(world), motion, 'roll-call');
      const { state } = fed.book(upper.origin);
      const may = seatsInSitting(state, sitting, fed.now, 'decision');
      assert.equal(tableGet(state.votes, vote)?.electorate.count, may.length);
      for (const [key, seat] of tableEntries(state.seats)) {
        const votes = seats.find((one) => one.class === (seat.class ?? 'titular'))?.vote.includes('decision') === true;
        assert.equal(may.includes(key), votes);
        const called = { vote, below: seat.below, seat: seat.seat, choice: 'yes' } as const;
        if (votes) callOut(fed, upper.origin, upper.presidium, vote, key, 'yes');
        else fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', called, 'seat-without-vote');
      }
      const closed = fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
      assert.equal(dataOf(closed, 'VoteClosed').turnout, may.length);
      assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
    }),
    { numRuns: 12 },
  );
});
