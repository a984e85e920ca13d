// One seat that several bodies have between them: it is theirs in turn, counts once, and is nobody else's meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnsAt } from '../src/delegation/joint.ts';
import {
  type Act,
  type ActData,
  auditRules,
  type BodyState,
  decisionsStanding,
  emptyState,
  evolve,
  plusDays,
  plusMonths,
  type Statute,
  tableGet,
} from '../src/index.ts';
import { type Base, evening, indexOf, openVote, seal, statuteWith, table } from './federation/assembly.ts';
import { decideAbove, leave } from './federation/bodies.ts';
import type { StoredAct } from './federation/book.ts';
import { anyone, dataOf } from './federation/federation.ts';
import { callOut, callUpper, federationOf, type World } from './federation/upper.ts';

const settled = federationOf({ bases: 4 });

interface Shared extends World {
  readonly one: Base;
  readonly other: Base;
}

/** The third and the fourth base have one seat between them; the first two have two each. */
function given(by: 'sitting' | 'term', change: Partial<Statute> = {}): Shared {
  const world: World = { ...settled, fed: settled.fed.fork() };
  const [, , one, other] = world.bases as [Base, Base, Base, Base];
  const statute = statuteWith({ jointSeats: [{ bodies: [one.origin, other.origin], by }], ...change });
  decideAbove(world, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
  return { ...world, one, other };
}

const called = (world: Shared): number => callUpper({ ...world, bases: world.bases.slice(0, 2) });

const accrediting = (sitting: number, { origin: below }: Base, seat = 1) => ({ sitting, below, seat });

const turnIn = ({ fed, upper }: Shared, sitting: number): string =>
  tableGet(fed.book(upper.origin).state.sittings, sitting)?.joint?.[0]?.body ?? '';

/** Convened, opened and closed: whose turn it was. */
function held(world: Shared): string {
  const { fed, upper } = world;
  const sitting = called(world);
  fed.must(upper.origin, upper.presidium, 'OpenSitting', { sitting, call: 'first' });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  return turnIn(world, sitting);
}

const silent = ({ fed, upper }: Shared): void =>
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);

test('a joint seat counts once: in the roll, at the door and in a vote, for the body whose turn it is', () => {
  const world = given('sitting');
  const { fed, upper, one, other } = world;
  const { origin, presidium } = upper;
  const sitting = called(world);
  assert.equal(turnIn(world, sitting), one.origin);
  assert.equal(tableGet(fed.book(origin).state.sittings, sitting)?.roll, 5);
  const refusal = fed.refuses(origin, presidium, 'AccreditSeat', accrediting(sitting, other), 'not-your-turn');
  assert.deepEqual([refusal.article, refusal.needed], ['jointSeats', one.origin]);
  fed.refuses(origin, presidium, 'AccreditSeat', accrediting(sitting, one, 2), 'entitlement-exceeded');
  const done = fed.must(origin, presidium, 'AccreditSeat', accrediting(sitting, one));
  assert.equal(dataOf(done, 'SeatAccredited').below, one.origin, 'the credential names the body');
  fed.must(origin, presidium, 'OpenSitting', { sitting, call: 'first' });
  const chair = { origin, chair: presidium };
  const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
  assert.equal(tableGet(fed.book(origin).state.votes, vote)?.electorate.count, 5);
  callOut(fed, origin, presidium, vote, `${one.origin}#1`, 'yes');
  silent(world);
});

test('by the sitting it passes from one to the next, and is nobody’s twice in a row', () => {
  const world = given('sitting');
  const { one, other } = world;
  assert.deepEqual(
    [1, 2, 3, 4].map(() => held(world)),
    [one, other, one, other].map(({ origin }) => origin),
  );
  silent(world);
});

test('a sitting that is called off was nobody’s turn', () => {
  const world = given('sitting');
  const { fed, upper, one, other } = world;
  assert.equal(held(world), one.origin);
  const sitting = callUpper({ ...world, bases: [] });
  assert.equal(turnIn(world, sitting), other.origin);
  fed.must(upper.origin, upper.presidium, 'CallOffSitting', { sitting, reason: 'Nevada' });
  assert.equal(held(world), other.origin);
  silent(world);
});

test('by the term it stays with one for the term of a delegate, and then is the next one’s', () => {
  const world = given('term', { terms: { officersMonths: 24, delegatesMonths: 1 } });
  const { fed, upper, one, other } = world;
  assert.equal(held(world), one.origin);
  assert.equal(held(world), one.origin);
  const sitting = called(world);
  const { joint } = tableGet(fed.book(upper.origin).state.sittings, sitting) ?? {};
  const ends = plusMonths(joint?.[0]?.since ?? '', 1);
  fed.now = ends;
  assert.equal(held(world), other.origin);
  silent(world);
});

test('recalled by the body whose turn it is, the seat is empty for that turn and falls to no other', () => {
  const world = given('sitting');
  const { fed, upper, one, other } = world;
  const { origin, presidium } = upper;
  const sitting = called(world);
  fed.must(origin, presidium, 'AccreditSeat', accrediting(sitting, one));
  fed.must(origin, presidium, 'OpenSitting', { sitting, call: 'first' });
  const key = `${one.origin}#1`;
  const seat = () => tableGet(fed.book(origin).state.seats, key);
  const election = seat()?.election.index ?? 0;
  for (const _ of ['the delegate', 'the alternate']) {
    const [done] = evening(fed, one, [{ matter: 'recall', proposal: { kind: 'recall-delegate', election, seat: 1 } }]);
    assert.ok(done);
    seal(fed, one, indexOf(done, 'DelegateRecalled'));
    fed.must(origin, anyone, 'PresentRecall', { below: one.origin, seat: 1 });
  }
  assert.equal(seat()?.vacant, true);
  fed.refuses(origin, presidium, 'AccreditSeat', accrediting(sitting, other), 'not-your-turn');
  fed.must(origin, presidium, 'CloseSitting', { sitting });
  assert.equal(held(world), other.origin);
  silent(world);
});

test('whoever has left has no turn: the seat is of those who are left', () => {
  const world = given('sitting');
  const { one, other } = world;
  assert.equal(held(world), one.origin);
  leave(world, other);
  assert.equal(held(world), one.origin);
  silent(world);
});

/** The book that goes on from one with that state, as a node begins it: what the body is by, and what stood. */
function goesOn({ fed, upper }: Shared, old: BodyState = fed.book(upper.origin).state): BodyState {
  const { acts } = fed.book(upper.origin);
  const begins = ['BodyFounded', 'AffiliationAdmitted', 'StatuteAdopted'];
  const last = acts.findLast(({ act }) => act === 'StatuteAdopted');
  const taken = acts.filter((one) => begins.includes(one.act) && (one.act !== 'StatuteAdopted' || one === last));
  const stood = decisionsStanding(old, fed.now, taken.length + 1);
  const written: readonly (readonly [string, object])[] = [
    ['BookSucceeded', { predecessor: old.origin, size: old.size, root: '' }],
    ...taken.map(({ act, data }) => [act, data as object] as const),
    ...stood.map(({ index, what }) => ['DecisionCarried', { from: { book: old.origin, index }, what }] as const),
  ];
  return written.reduce(
    (state, [act, data]) => evolve(state, { act, v: 1, index: state.size, at: fed.now, data } as unknown as Act),
    emptyState(`${old.origin}~2`),
  );
}

test('in the book that goes on the turn passes on from the last sitting that was held, however often it goes on', () => {
  const world = given('sitting');
  const { one, other } = world;
  assert.equal(turnsAt(goesOn(world), world.fed.now)[0]?.body, one.origin, 'nobody has had it yet');
  held(world);
  // Convened and never opened: it is convened anew, and is the same one's turn.
  called(world);
  const next = goesOn(world);
  const again = goesOn(world, next);
  for (const state of [next, again]) {
    const [turn] = turnsAt(state, world.fed.now);
    assert.deepEqual([turn?.body, turn?.waiting], [other.origin, [one.origin]]);
  }
});

test('by the term it stays with the same body in the book that goes on, up to the day on which its term ends', () => {
  const world = given('term', { terms: { officersMonths: 24, delegatesMonths: 1 } });
  const { fed, upper, one, other } = world;
  held(world);
  const [turn] = turnsAt(fed.book(upper.origin).state, fed.now);
  const next = goesOn(world);
  const ends = plusMonths(turn?.since ?? '', 1);
  assert.deepEqual(turnsAt(next, plusDays(ends, -1)), [turn]);
  assert.equal(turnsAt(next, ends)[0]?.body, other.origin);
  assert.equal(turn?.body, one.origin);
});

test('a turn that the book gives to another than the statute does is found by the audit', () => {
  const world = given('sitting');
  const { fed, upper, one, other } = world;
  held(world);
  const { acts } = fed.book(upper.origin);
  const swapped = acts.map((act) => {
    const [turn] = (act.act === 'SittingConvened' && (act.data as ActData<'SittingConvened'>).joint) || [];
    if (turn === undefined) return act;
    const joint = [{ ...turn, body: other.origin, waiting: [one.origin] }];
    return { ...act, data: { ...act.data, joint } } as unknown as StoredAct;
  });
  const found = auditRules(upper.origin, swapped).differences.map(({ act, code }) => `${act} ${code}`);
  assert.ok(found.includes('SittingConvened order'));
});
