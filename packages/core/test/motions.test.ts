// Withdrawal, parts, motions on how to proceed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableGet } from '../src/index.ts';
import { type Base, convene, hallOf, indexOf, open, openVote, table } from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import { asMember, dataOf } from './federation/federation.ts';
import { amend, handsOn, sendUp } from './federation/motions.ts';
import { federationOf, seatActor, sitUpper } from './federation/upper.ts';

const settled = federationOf();

function hallWith(text = 'Uno. Dos. Tres.') {
  const fed = settled.fed.fork();
  const base = settled.bases[0] as Base;
  const hall = hallOf(base);
  const sitting = convene(fed, hall);
  open(fed, hall, sitting, base.members.length);
  const motion = table(fed, hall, sitting, { matter: 'ordinary', text });
  const endOf = (index: number) => tableGet(fed.book(base.origin).state.motions, index)?.end?.how ?? null;
  return { fed, base, hall, sitting, motion, endOf };
}

test('an office withdraws its motion until it is put to the vote, and what would amend it goes with it', () => {
  const { fed, base, hall, motion, sitting, endOf } = hallWith();
  const amendment = amend(fed, hall, motion, { text: 'Otra cosa' });
  const voted = table(fed, hall, sitting, { matter: 'ordinary', text: 'Se vota' });
  openVote(fed, hall, voted, 'hands');
  fed.refuses(base.origin, base.presidium, 'WithdrawMotion', { motion: voted }, 'already-put-to-vote');
  fed.refuses(base.origin, base.secretary, 'WithdrawMotion', { motion }, 'not-the-mover');
  fed.must(base.origin, base.presidium, 'WithdrawMotion', { motion });
  assert.equal(endOf(motion), 'withdrawn');
  fed.refuses(base.origin, base.presidium, 'OpenVote', { motion: amendment, method: 'hands' }, 'motion-ended');
  fed.refuses(base.origin, base.presidium, 'WithdrawMotion', { motion }, 'motion-ended');
});

test('a neighbour’s motion is the hall’s: no act says who moved it, and nobody withdraws it alone', () => {
  const { fed, base, sitting } = hallWith();
  const neighbour = asMember(base.members[6] ?? '');
  const motion = table(fed, { origin: base.origin, chair: neighbour }, sitting, { matter: 'ordinary' });
  assert.equal('mover' in (fed.book(base.origin).acts[motion]?.data ?? {}), false);
  fed.refuses(base.origin, base.presidium, 'WithdrawMotion', { motion }, 'not-the-mover');
});

test('a base’s motion is withdrawn by that base alone', () => {
  const world = { ...settled, fed: settled.fed.fork() };
  const { fed, upper, bases } = world;
  const [base, other] = bases as [Base, Base];
  const from = sendUp(world, base, 'Agua');
  const sitting = sitUpper(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text: 'Agua', from });
  const seat = (of: Base) => seatActor(fed, upper.origin, `${of.origin}#2`);
  fed.refuses(upper.origin, upper.secretary, 'WithdrawMotion', { motion }, 'not-the-mover');
  fed.refuses(upper.origin, seat(other), 'WithdrawMotion', { motion }, 'not-the-mover');
  fed.must(upper.origin, seat(base), 'WithdrawMotion', { motion });
});

test('the parts of a motion are voted in their order, and each carries or not', () => {
  const { fed, base, hall, motion, endOf } = hallWith();
  const parts = ['Uno. ', 'Dos. ', 'Tres.'];
  const split = fed.must(base.origin, base.presidium, 'SplitMotion', { motion, parts });
  assert.deepEqual(dataOf(split, 'MotionSplit').parts, parts.map(sha256));
  assert.equal(endOf(motion), 'split');
  const [one = 0, two = 0, three = 0] = split.acts.slice(1).map(({ index }) => index);
  fed.refuses(base.origin, base.presidium, 'OpenVote', { motion: three, method: 'hands' }, 'part-waiting');
  assert.equal(dataOf(handsOn(fed, hall, one, { yes: 8 }), 'ResolutionAdopted').textHash, sha256('Uno. '));
  assert.ok(handsOn(fed, hall, two, { no: 8 }).acts.every(({ act }) => act !== 'ResolutionAdopted'));
  const carried = dataOf(handsOn(fed, hall, three, { yes: 8 }), 'ResolutionAdopted');
  assert.equal(carried.title.endsWith(' (3/3)'), true);
  fed.refuses(base.origin, base.presidium, 'SplitMotion', { motion, parts }, 'motion-ended');
});

test('a motion is not divided while an amendment to it waits', () => {
  const { fed, base, hall, motion } = hallWith('Uno. Dos.');
  amend(fed, hall, motion, { text: 'Otra cosa' });
  const input = { motion, parts: ['Uno. ', 'Dos.'] };
  fed.refuses(base.origin, base.presidium, 'SplitMotion', input, 'amendment-waiting');
});

test('of motions on how to proceed one is pending, and what the statute puts first takes its place', () => {
  const { fed, base, sitting, motion } = hallWith();
  const { origin, presidium, secretary } = base;
  fed.must(origin, secretary, 'MoveProcedure', { sitting, kind: 'table', motion });
  fed.must(origin, asMember(base.members[6] ?? ''), 'MoveProcedure', { sitting, kind: 'order' });
  fed.refuses(origin, secretary, 'MoveProcedure', { sitting, kind: 'order' }, 'procedure-pending');
  const ruled = dataOf(
    fed.must(origin, presidium, 'DecideProcedure', { sitting, ruling: false }),
    'ProceduralMotionDecided',
  );
  assert.deepEqual(ruled, { sitting, kind: 'order', carried: false });
  fed.refuses(origin, presidium, 'DecideProcedure', { sitting, ruling: true }, 'no-procedure-pending');
});

test('the hall’s hands put a motion aside, and it is not voted in this sitting; half of them do not', () => {
  for (const [yes, carried] of [
    [4, false],
    [5, true],
  ] as const) {
    const { fed, base, hall, sitting, motion, endOf } = hallWith();
    fed.must(base.origin, base.secretary, 'MoveProcedure', { sitting, kind: 'table', motion });
    const hands = { yes, no: 8 - yes, abstain: 0 };
    const done = fed.must(base.origin, base.presidium, 'DecideProcedure', { sitting, hands });
    assert.equal(dataOf(done, 'ProceduralMotionDecided').carried, carried);
    assert.equal(endOf(motion), carried ? 'tabled' : null);
    if (carried) fed.refuses(base.origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'motion-ended');
    else indexOf(handsOn(fed, hall, motion, { yes: 8 }), 'ResolutionAdopted');
  }
});

test('no more hands are counted than there are people', () => {
  const { fed, base, sitting, motion } = hallWith();
  fed.must(base.origin, base.secretary, 'MoveProcedure', { sitting, kind: 'refer', motion, to: 'Comisión de aguas' });
  const input = { sitting, hands: { yes: 9, no: 0, abstain: 0 } };
  fed.refuses(base.origin, base.presidium, 'DecideProcedure', input, 'more-hands-than-people');
});

test('after the debate is closed what was tabled is voted, and nothing more is tabled to amend it', () => {
  const { fed, base, hall, sitting, motion } = hallWith();
  const amendment = amend(fed, hall, motion, { text: 'B' });
  fed.must(base.origin, base.secretary, 'MoveProcedure', { sitting, kind: 'close-debate', motion });
  fed.must(base.origin, base.presidium, 'DecideProcedure', { sitting, hands: { yes: 8, no: 0, abstain: 0 } });
  handsOn(fed, hall, amendment, { yes: 8 });
  assert.equal(dataOf(handsOn(fed, hall, motion, { yes: 8 }), 'ResolutionAdopted').textHash, sha256('B'));
});
