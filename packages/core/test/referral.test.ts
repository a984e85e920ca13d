// What was referred to the bases waits for them, and what their members weigh above.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, type Statute, tableGet } from '../src/index.ts';
import { type Base, evening, indexOf, openVote, seal, statuteWith, table } from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import type { Federation } from './federation/federation.ts';
import { refer } from './federation/referral.ts';
import { decideByRollCall, federationOf, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf({
  upperStatute: statuteWith({ mandates: { binding: 'flag', days: 5, answers: 2 } }),
});
const given = (): World => ({ ...settled, fed: settled.fed.fork() });

function mandate(fed: Federation, base: Base, on: { book: string; index: number }): void {
  const proposal = { kind: 'mandate', on, textHash: sha256('Agua para todos'), instruction: 'yes' } as const;
  const [done] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'MandateGiven'));
}

/** Referred at noon, and tabled again with the same text in the next sitting. */
function tabledAgain(world: World): {
  motion: number;
  referred: string;
  chair: { origin: string; chair: World['upper']['presidium'] };
} {
  const { fed, upper } = world;
  const { sitting, motion: first, referred } = refer(world);
  mandate(fed, world.bases[0] as Base, { book: upper.origin, index: first });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const chair = { origin: upper.origin, chair: upper.presidium };
  const motion = table(fed, chair, sitUpper(world), { matter: 'ordinary', text: 'Agua para todos' });
  return { motion, referred, chair };
}

test('what was referred to the bases is not voted before the days are over, in whichever sitting', () => {
  const world = given();
  const { fed, upper } = world;
  const { motion, referred } = tabledAgain(world);
  const open = { motion, method: 'roll-call' } as const;
  const from = plusDays(referred, 5);
  fed.now = plusDays(from, -1);
  const refusal = fed.refuses(upper.origin, upper.presidium, 'OpenVote', open, 'bases-have-time');
  assert.deepEqual([refusal.article, refusal.needed], ['mandates.days', from]);
  fed.now = from;
  const unheard = fed.refuses(upper.origin, upper.presidium, 'OpenVote', open, 'bases-not-heard');
  assert.deepEqual([unheard.article, unheard.needed, unheard.present], ['mandates.answers', 2, 1]);
});

test('once enough bases have said what they mandate, it is voted', () => {
  const world = given();
  const { fed, upper } = world;
  const { motion, referred, chair } = tabledAgain(world);
  fed.now = plusDays(referred, 5);
  mandate(fed, world.bases[1] as Base, { book: upper.origin, index: motion });
  openVote(fed, chair, motion, 'roll-call');
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

test('another text was not referred, and waits for nobody', () => {
  const world = given();
  const { fed, upper } = world;
  const { sitting } = refer(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary', text: 'Luz para todos' }), 'roll-call');
});

test('only an assembly of bodies refers to bases', () => {
  const world = given();
  const { fed, upper } = world;
  const sitting = sitUpper(world);
  const moved = { sitting, kind: 'order', bases: true } as const;
  fed.refuses(upper.origin, upper.presidium, 'MoveProcedure', moved, 'no-bases-below');
});

function amend(world: World, statute: Statute): void {
  const { fed, upper } = world;
  const sitting = sitUpper(world, 'statute');
  decideByRollCall(world, sitting, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
}

/** The first base counts its roll and seals the count; then cards weigh members. */
function weighed(doubleMembership: 'each' | 'shown' | 'once') {
  const statute = statuteWith({ weights: 'members', doubleMembership });
  const rules = statute.rules.map((rule) => ({ ...rule, methods: [...rule.methods, 'delegation-cards' as const] }));
  const world = federationOf({ upperStatute: { ...statute, rules, weights: 'seats' } });
  return { world, statute: { ...statute, rules } };
}

for (const [reading, members, shown] of [
  ['each', 9, undefined],
  ['shown', 9, 5],
  ['once', 7, 5],
] as const)
  test(`double membership, ${reading}: a base of 9, of whom 5 are elsewhere too, weighs ${members}`, () => {
    const { world, statute } = weighed(reading);
    const { fed, upper, bases } = world;
    const base = bases[0] as Base;
    const counted = fed.must(base.origin, base.secretary, 'CountRoll', { doubleMembers: 5 });
    seal(fed, base, indexOf(counted, 'RollCounted'));
    const chair = { origin: upper.origin, chair: upper.presidium };
    amend(world, statute);
    const sitting = sitUpper(world);
    const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'delegation-cards');
    const { state } = fed.book(upper.origin);
    assert.equal(tableGet(state.seats, `${base.origin}#1`)?.members, members);
    assert.deepEqual(
      [tableGet(state.votes, vote)?.doubleMembers, tableGet(state.votes, vote)?.present],
      [shown, members + 18],
    );
    assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
  });
