// Whom a consultation asks: not those whom a convocation would not count yet, whichever tier they have come in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, decisionsStanding, plusDays, tableGet } from '../src/index.ts';
import { affiliate, type Base, evening, foundBase, indexOf, prove, seal, statuteWith } from './federation/assembly.ts';
import { decideAbove } from './federation/bodies.ts';
import { sha256 } from './federation/book.ts';
import { anyone, dataOf } from './federation/federation.ts';
import { answerBelow, askAll, type Tiered, tierAbove } from './federation/tiers-story.ts';
import { federationOf, type World } from './federation/upper.ts';

// Long enough for a body to have waited before the answers are in.
const ratification = { ...statuteWith().ratification, days: 60 };
const settled = federationOf({ upperStatute: statuteWith({ ratification }) });
const given = (): World => ({ ...settled, fed: settled.fed.fork() });
const text = 'Acuerdo con el ministerio';

/** A proven body that the assembly admits by its vote. */
function admitted(world: World): Base {
  const { fed, upper, bases } = world;
  const young = foundBase(fed, 'junta-nueva', 8);
  prove(fed, young, bases.slice(0, 2));
  fed.pass({ days: 31 });
  affiliate(fed, young, upper.origin, [{ seat: 1, holder: young.members[4] ?? '' }]);
  const key = fed.book(young.origin).key;
  const proposal = { kind: 'admit', below: young.origin, key, title: 'Nueva', entitlement: 1 } as const;
  decideAbove(world, { matter: 'affiliation', proposal });
  return young;
}

function consulted(world: World): number {
  const { fed, upper } = world;
  const done = decideAbove(world, { matter: 'pact', text, proposal: { kind: 'pact', with: 'el ministerio' } });
  const resolution = indexOf(done, 'ResolutionAdopted');
  return indexOf(fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution }), 'ConsultationIssued');
}

function answers({ fed, upper }: World, base: Base, consultation: number, yes: number): void {
  const on = { book: upper.origin, index: consultation };
  const proposal = { kind: 'answer', consultation: on, textHash: sha256(text) } as const;
  const [done] = evening(fed, base, [{ matter: 'consultation', proposal, yes, no: 8 - yes }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'ConsultationAnswered'));
}

const asked = ({ fed, upper }: World, consultation: number) =>
  tableGet(fed.book(upper.origin).state.consultations, consultation);

test('a body that still waits is not asked: it is not in the number needed, and its answer is not counted', () => {
  const world = given();
  const { fed, upper, bases } = world;
  const young = admitted(world);
  const consultation = consulted(world);
  assert.equal(asked(world, consultation)?.bases, 3);
  answers(world, young, consultation, 0);
  const input = { consultation, below: young.origin };
  const refusal = fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'waiting-time');
  const from = plusDays(tableGet(fed.book(upper.origin).state.affiliates, young.origin)?.at ?? '', 30);
  assert.deepEqual([refusal.article, refusal.needed], ['roll.waitingDays', from]);
  for (const base of bases.slice(0, 2)) answers(world, base, consultation, 8);
  fed.now = asked(world, consultation)?.deadline ?? '';
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'waiting-time');
  const done = fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  const { yes, no, silent, outcome } = dataOf(done, 'ConsultationClosed');
  assert.deepEqual([yes, no, silent, outcome], [2, 0, 1, 'ratified']);
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

test('once it has waited the next question is put to it as well', () => {
  const world = given();
  const young = admitted(world);
  world.fed.pass({ days: 30 });
  const consultation = consulted(world);
  assert.equal(asked(world, consultation)?.bases, 4);
  answers(world, young, consultation, 8);
  // Asked it is; that the assembly knows it by more than its own papers takes a sitting here, as before.
  const input = { consultation, below: young.origin };
  world.fed.refuses(world.upper.origin, anyone, 'ReceiveAnswer', input, 'witnesses-unknown-here');
});

test('a question that goes on in another book says whom it left out', () => {
  const world = given();
  const young = admitted(world);
  consulted(world);
  const standing = decisionsStanding(world.fed.book(world.upper.origin).state, world.fed.now, 0);
  const [{ what, asked: list = [] } = assert.fail()] = standing.filter((one) => one.what.kind === 'consultation');
  assert.ok(what.kind === 'consultation');
  assert.deepEqual(what.waiting, [young.origin]);
  assert.deepEqual(list.map(({ base }) => base).toSorted(), world.bases.map(({ origin }) => origin).toSorted());
});

test('a base that waits in a body between is not asked through it', () => {
  const between = federationOf({ bases: 4 });
  const { fed, upper: district } = between;
  const young = admitted(between);
  const above = tierAbove(between, 'federacion');
  const world: Tiered = { ...above, district: district.origin, below: [...between.bases, young] };
  const { consultation } = askAll(world);
  assert.equal(asked(world, consultation)?.bases, 4);
  answerBelow(world, 4, consultation, 'yes');
  const input = { consultation, below: young.origin, through: [district.origin] };
  const refusal = fed.refuses(world.upper.origin, anyone, 'ReceiveAnswer', input, 'waiting-time');
  assert.equal(refusal.article, 'roll.waitingDays');
  answerBelow(world, 3, consultation, 'yes');
  fed.pass({ days: 20 });
  const done = fed.must(world.upper.origin, world.upper.presidium, 'CloseConsultation', { consultation });
  const { yes, no, silent } = dataOf(done, 'ConsultationClosed');
  assert.deepEqual([yes, no, silent], [1, 0, 3]);
  assert.deepEqual(auditRules(world.upper.origin, fed.book(world.upper.origin).acts).differences, []);
});
