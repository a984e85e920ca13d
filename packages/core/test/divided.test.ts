// A delegation instructed in a proportion, and what stays on record of a vote against the mandate.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, tableEntries, tableGet } from '../src/index.ts';
import { type Base, evening, indexOf, openVote, seal, table } from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import { anyone, dataOf } from './federation/federation.ts';
import { answerDivided, divided } from './federation/story-offices.ts';
import { callOut, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf();
const given = (): World => ({ ...settled, fed: settled.fed.fork() });
const breaches = (done: { readonly acts: readonly { readonly act: string; readonly data: unknown }[] }) =>
  done.acts.filter(({ act }) => act === 'MandateBreached').map(({ data }) => data as Record<string, unknown>);

test('of two seats under a mandate of 70 to 30 one votes yes and one no; nobody breaks it', () => {
  const world = given();
  const { motion, base } = divided(world);
  assert.deepEqual(breaches(answerDivided(world, motion, ['yes', 'no']).close()), []);
  for (const { origin } of [base, world.upper])
    assert.deepEqual(auditRules(origin, world.fed.book(origin).acts).differences, []);
});

test('two seats that vote yes under a mandate of 70 to 30: the second one is beyond its share', () => {
  const world = given();
  const { motion } = divided(world);
  const found = breaches(answerDivided(world, motion, ['yes', 'yes']).close());
  assert.deepEqual(
    found.map(({ seat, mandate, cast }) => [seat, mandate, cast]),
    [[2, '70/30/0', 'yes']],
  );
});

test('the vote against the mandate stays on record when a recall has dropped it', () => {
  const world = given();
  const { fed, upper, bases } = world;
  const base = bases[0] as Base;
  const sitting = sitUpper(world);
  const motion = table(fed, { origin: upper.origin, chair: upper.presidium }, sitting, {
    matter: 'ordinary',
    text: 'Paro',
  });
  const on = { book: upper.origin, index: motion };
  const proposal = { kind: 'mandate', on, textHash: sha256('Paro'), instruction: 'yes' } as const;
  const [given_] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(given_);
  seal(fed, base, indexOf(given_, 'MandateGiven'));
  const { vote, close } = answerDivided(world, motion, ['yes', 'no']);
  const election = Number(tableEntries(fed.book(base.origin).state.elections).at(-1)?.[0]);
  const [recalled] = evening(fed, base, [
    { matter: 'recall', proposal: { kind: 'recall-delegate', election, seat: 2 } },
  ]);
  assert.ok(recalled);
  seal(fed, base, indexOf(recalled, 'DelegateRecalled'));
  fed.must(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 2 });
  callOut(fed, upper.origin, upper.presidium, vote, `${base.origin}#2`, 'yes');
  const found = breaches(close());
  assert.deepEqual(
    found.map(({ seat, cast, dropped }) => [seat, cast, dropped]),
    [[2, 'no', true]],
  );
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

test('a delegate gives the seat up in the middle of a vote: the vote drops out, the alternate sits, and it is for good', () => {
  const world = given();
  const { fed, upper, bases } = world;
  const sitting = sitUpper(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
  const key = `${bases[0]?.origin}#2`;
  const delegate = seatActor(fed, upper.origin, key);
  callOut(fed, upper.origin, upper.presidium, vote, key, 'no');
  const done = fed.must(upper.origin, delegate, 'VacateSeat', { reason: 'resigned' });
  assert.equal(dataOf(done, 'AlternateSeated').holder, bases[0]?.members[7]);
  assert.equal(fed.counted(upper.origin, vote).length, 0);
  fed.refuses(upper.origin, delegate, 'VacateSeat', { reason: 'resigned' }, 'not-allowed');
  fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const { election } = dataOf(done, 'SeatVacated');
  assert.equal(election.book, bases[0]?.origin);
  const next = sitUpper(world);
  const [again, kept] = [key, `${bases[1]?.origin}#2`].map((one) => tableGet(fed.book(upper.origin).state.seats, one));
  assert.deepEqual([again?.sitting, again?.holder], [next, bases[0]?.members[7]]);
  assert.equal(kept?.vacant, false);
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});
