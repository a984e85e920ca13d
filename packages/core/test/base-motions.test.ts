// A base's motion goes up, cannot be shelved there, and its answer comes back down.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableGet } from '../src/index.ts';
import { type Base, openVote, seal, table } from './federation/assembly.ts';
import { anyone, dataOf, indexOf } from './federation/federation.ts';
import { amend, forward, sendUp } from './federation/motions.ts';
import { callOut, decideByRollCall, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';
import { overdueAbove } from './refusals/motions.ts';

const settled = federationOf();
const copyOf = (world: World): World => ({ ...world, fed: world.fed.fork() });

const closeAll = ({ fed, upper, bases }: World, vote: number, choice: 'yes' | 'no') => {
  for (const base of bases)
    for (const seat of [1, 2]) callOut(fed, upper.origin, upper.presidium, vote, `${base.origin}#${seat}`, choice);
  return fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
};

test('once overdue and tabled, a base’s motion goes before every other ordinary one, and then the others go on', () => {
  const { world, chair, owed, other } = overdueAbove();
  const { fed, upper } = world;
  const opening = { motion: other, method: 'roll-call' } as const;
  fed.refuses(upper.origin, upper.presidium, 'OpenVote', opening, 'base-motion-waiting');
  closeAll(world, openVote(fed, chair, owed, 'roll-call'), 'no');
  fed.must(upper.origin, upper.presidium, 'OpenVote', opening);
});

test('its own delegate opens the vote on it against the presidium; no other delegate does, and on no other motion', () => {
  const { world, base, delegate, owed, other } = overdueAbove();
  const { fed, upper, bases } = world;
  const stranger = seatActor(fed, upper.origin, `${bases[2]?.origin}#2`);
  const opening = { motion: owed, method: 'devices' } as const;
  fed.refuses(upper.origin, stranger, 'OpenVote', opening, 'not-allowed');
  fed.refuses(upper.origin, delegate, 'OpenVote', { ...opening, motion: other }, 'not-allowed');
  const vote = indexOf(fed.must(upper.origin, delegate, 'OpenVote', opening), 'VoteOpened');
  fed.must(upper.origin, seatActor(fed, upper.origin, `${base.origin}#1`), 'CastVote', { vote, choice: 'yes' });
});

test('before its day it has no right of way, nor where the statute sets no time', () => {
  const early = overdueAbove({ days: 2 });
  const dueLater = { motion: early.other, method: 'roll-call' } as const;
  early.world.fed.must(early.chair.origin, early.chair.chair, 'OpenVote', dueLater);
  const fresh = copyOf(settled);
  const { upper, bases } = fresh;
  const base = bases[0] as Base;
  const chair = { origin: upper.origin, chair: upper.presidium };
  const received = sendUp(fresh, base, 'Agua');
  fresh.fed.pass({ days: 100 });
  const sitting = sitUpper(fresh);
  const delegate = seatActor(fresh.fed, upper.origin, `${base.origin}#2`);
  const owed = table(fresh.fed, { ...chair, chair: delegate }, sitting, {
    matter: 'ordinary',
    text: 'Agua',
    from: received,
  });
  const opening = { motion: owed, method: 'roll-call' } as const;
  fresh.fed.refuses(upper.origin, delegate, 'OpenVote', opening, 'not-allowed');
  openVote(fresh.fed, chair, table(fresh.fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
});

test('amendments to an overdue motion are voted before it, as to any other', () => {
  const { world, chair, owed } = overdueAbove();
  const amendment = amend(world.fed, chair, owed, { text: 'Agua y luz' });
  closeAll(world, openVote(world.fed, chair, amendment, 'roll-call'), 'yes');
  const done = closeAll(world, openVote(world.fed, chair, owed, 'roll-call'), 'yes');
  assert.ok(indexOf(done, 'ResolutionAdopted') > 0);
});

test('put aside before its day, it is owed again after it; withdrawn by its base, it is owed no more', () => {
  const { world, base, from, sitting, owed, chair, delegate, other } = overdueAbove();
  const { fed, upper } = world;
  fed.must(upper.origin, delegate, 'WithdrawMotion', { motion: owed });
  openVote(fed, chair, other, 'roll-call');
  assert.equal(tableGet(fed.book(upper.origin).state.received, from)?.motions.length, 1);

  const early = copyOf(overdueAbove().world);
  const soon = sendUp(early, base, 'Luz');
  const first = early.fed.book(upper.origin).state.activeSittings[0] ?? sitting;
  const hall = { origin: upper.origin, chair: upper.presidium };
  const put = table(early.fed, hall, first, { matter: 'ordinary', text: 'Luz', from: soon });
  early.fed.must(upper.origin, upper.secretary, 'MoveProcedure', { sitting: first, kind: 'table', motion: put });
  const hands = { yes: 6, no: 0, abstain: 0 };
  early.fed.must(upper.origin, upper.presidium, 'DecideProcedure', { sitting: first, hands });
  early.fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting: first });
  early.fed.pass({ days: 11 });
  const next = sitUpper(early);
  const again = table(early.fed, hall, next, { matter: 'ordinary', text: 'Luz', from: soon });
  const plain = table(early.fed, hall, next, { matter: 'ordinary', text: 'Otra' });
  const opening = { motion: plain, method: 'roll-call' } as const;
  early.fed.refuses(upper.origin, upper.presidium, 'OpenVote', opening, 'base-motion-waiting');
  openVote(early.fed, hall, again, 'roll-call');
});

test('the answer says what the book says, sealed, and comes down into the base’s own book on proof', () => {
  for (const [choice, fate] of [
    ['yes', 'carried'],
    ['no', 'rejected'],
  ] as const) {
    const world = copyOf(settled);
    const { fed, upper, bases } = world;
    const base = bases[0] as Base;
    const forwarded = forward(world, base, 'Agua');
    const from = { book: base.origin, index: forwarded };
    const received = indexOf(fed.must(upper.origin, anyone, 'ReceiveMotion', { from }), 'MotionReceived');
    const none = fed.must(upper.origin, upper.secretary, 'AnswerMotion', { received, reasons: 'No hubo tiempo.' });
    assert.equal(dataOf(none, 'MotionAnswered').fate, 'not-taken');
    const sitting = sitUpper(world);
    const choices = Object.fromEntries(
      bases.flatMap(({ origin }) => [1, 2].map((seat) => [`${origin}#${seat}`, choice])),
    );
    const closed = decideByRollCall(world, sitting, { matter: 'ordinary', text: 'Agua', from: received }, choices);
    const answer = fed.must(upper.origin, upper.presidium, 'AnswerMotion', { received, reasons: 'Se votó.' });
    const { vote, ...said } = dataOf(answer, 'MotionAnswered');
    assert.deepEqual(said, { received, from, fate });
    assert.equal(vote, indexOf(closed, 'VoteClosed'));
    fed.refuses(base.origin, anyone, 'ReceiveMotionAnswer', { forwarded }, 'no-answer-found');
    seal(fed, upper, indexOf(answer, 'MotionAnswered'));
    fed.must(base.origin, anyone, 'ReceiveMotionAnswer', { forwarded });
    assert.equal(tableGet(fed.book(base.origin).state.forwarded, forwarded)?.answer?.fate, fate);
    fed.refuses(base.origin, anyone, 'ReceiveMotionAnswer', { forwarded }, 'already-received');
  }
});

test('a base is not answered while its motion is being voted; what was referred is said to be', () => {
  const world = copyOf(settled);
  const { fed, upper, bases } = world;
  const received = sendUp(world, bases[0] as Base, 'Agua');
  const sitting = sitUpper(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const item = { matter: 'ordinary', text: 'Agua', from: received } as const;
  const motion = table(fed, chair, sitting, item);
  const move = { sitting, kind: 'refer', motion, to: 'Comisión de aguas' } as const;
  fed.must(upper.origin, upper.secretary, 'MoveProcedure', move);
  fed.must(upper.origin, upper.presidium, 'DecideProcedure', { sitting, hands: { yes: 6, no: 0, abstain: 0 } });
  const answer = fed.must(upper.origin, upper.secretary, 'AnswerMotion', { received, reasons: 'Pasó a comisión.' });
  assert.equal(dataOf(answer, 'MotionAnswered').fate, 'referred');
  openVote(fed, chair, table(fed, chair, sitting, item), 'roll-call');
  const input = { received, reasons: 'Espera.' };
  fed.refuses(upper.origin, upper.secretary, 'AnswerMotion', input, 'vote-still-open');
});
