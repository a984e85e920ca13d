// How many seats a body has: by the statute, by a roll that can be audited, frozen at the convocation (invariant 3).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { membersOf, seatsByStatute } from '../src/affiliation/entitlement.ts';
import { auditRules, type Statute, tableGet } from '../src/index.ts';
import { type Base, convene, evening, foundBase, indexOf, seal, statuteWith } from './federation/assembly.ts';
import { audit, decideAbove, orderAudit, showRoll } from './federation/bodies.ts';
import { anyone, dataOf } from './federation/federation.ts';
import { federationOf, sitUpper, type World } from './federation/upper.ts';

const perMembers = { kind: 'per-members', members: 5, floor: 1, cap: 3 } as const;
const byRoll = (more: Partial<Statute> = {}): Statute =>
  statuteWith({
    entitlement: { kind: 'per-members', members: 5, floor: 1, cap: 3 },
    roll: { waitingDays: 30, sample: { num: 1, den: 2 } },
    ...more,
  });

/** Admitted with two seats, with nine people on the roll; from then on the statute says one seat for each five. */
const settled = ((): World => {
  const world = federationOf();
  for (const base of world.bases) showRoll(world.fed, base);
  const proposal = { kind: 'amend-statute', statute: byRoll() } as const;
  decideAbove(world, { matter: 'statute', proposal });
  return world;
})();

interface Scene extends World {
  readonly base: Base;
}

const given = (): Scene => ({ ...settled, fed: settled.fed.fork(), base: settled.bases[2] as Base });

const hallOf = ({ upper }: World) => ({
  origin: upper.origin,
  chair: upper.presidium,
  tellers: [anyone, anyone] as const,
});
const review = ({ fed, upper, base }: Scene) =>
  fed.must(upper.origin, anyone, 'ReviewEntitlement', { below: base.origin });
const seatsOf = ({ fed, upper, base }: Scene) =>
  tableGet(fed.book(upper.origin).state.affiliates, base.origin)?.entitlement;

test('one seat for so many members, begun ones counted, not below the floor and not above the cap', () => {
  const seats = (members: number | null) => seatsByStatute(statuteWith({ entitlement: perMembers }), { members });
  assert.deepEqual([0, 1, 5, 6, 10, 11, 15, 16, 400].map(seats), [1, 1, 1, 2, 2, 3, 3, 3, 3]);
  assert.equal(seats(null), 1);
  const without = statuteWith({ entitlement: { kind: 'per-members', members: 5 } });
  assert.deepEqual(
    [0, 5, 6].map((members) => seatsByStatute(without, { members })),
    [0, 1, 2],
  );
});

test('fixed seats, seats by class, and a statute that says nothing', () => {
  const fixed = statuteWith({ entitlement: { kind: 'fixed', seats: 3 } });
  assert.equal(seatsByStatute(fixed, { members: 900 }), 3);
  const classes = [
    { class: 'regional', seats: 5 },
    { class: 'local', seats: 2 },
  ];
  const byClass = statuteWith({ entitlement: { kind: 'by-class', classes } });
  assert.equal(seatsByStatute(byClass, { members: null, class: 'regional' }), 5);
  assert.equal(seatsByStatute(byClass, { members: null }), 0);
  assert.equal(seatsByStatute(statuteWith(), { members: 7 }), null);
});

test('an audit that finds fewer reduces what counts, and counting the roll again does not undo it', () => {
  const found = { order: 7, size: 400, sampled: 40, confirmed: 10 };
  assert.equal(membersOf({ index: 1, size: 400, audit: found }, null, ''), 100);
  assert.equal(membersOf({ index: 9, size: 900, audit: found }, null, ''), 100);
  assert.equal(membersOf({ index: 9, size: 90, audit: found }, null, ''), 90);
  assert.equal(membersOf({ index: 9, size: 900, audit: { ...found, confirmed: 40 } }, null, ''), 900);
});

test('a body that lets the day of an ordered audit pass shows nobody; until that day it counts', () => {
  const roll = { index: 1, size: 400, audit: null };
  const order = { act: 7, due: '2005-07-01T00:00:00Z' };
  assert.equal(membersOf(roll, order, '2005-07-01T00:00:00Z'), 400);
  assert.equal(membersOf(roll, order, '2005-07-01T00:00:01Z'), 0);
});

test('members who joined give a seat from the next convocation on, in the sitting under way none', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  for (const person of ['una', 'otra'])
    fed.must(base.origin, base.secretary, 'EnrolMember', { name: `vecina ${person}` });
  fed.pass({ days: 31 });
  showRoll(fed, base);
  const sitting = convene(fed, hallOf(scene));
  assert.equal(tableGet(fed.book(upper.origin).state.sittings, sitting)?.roll, 6);
  const changed = dataOf(review(scene), 'EntitlementChanged');
  assert.deepEqual([changed.seats, changed.members], [3, 11]);
  fed.refuses(
    upper.origin,
    upper.presidium,
    'AccreditSeat',
    { sitting, below: base.origin, seat: 3 },
    'entitlement-exceeded',
  );
  const next = convene(fed, hallOf(scene));
  assert.equal(tableGet(fed.book(upper.origin).state.sittings, next)?.roll, 7);
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

test('packed credentials: an audit that finds half the sample takes a seat away, from the next convocation on', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const order = orderAudit(scene, base);
  audit(scene, base, order, 2);
  const sitting = convene(fed, hallOf(scene));
  const changed = dataOf(review(scene), 'EntitlementChanged');
  assert.deepEqual([changed.seats, changed.members], [1, 3]);
  fed.must(upper.origin, upper.secretary, 'AccreditSeat', { sitting, below: base.origin, seat: 2 });
  const next = convene(fed, hallOf(scene));
  assert.equal(tableGet(fed.book(upper.origin).state.sittings, next)?.roll, 5);
  const input = { sitting: next, below: base.origin, seat: 2 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'entitlement-exceeded');
  showRoll(fed, base);
  fed.refuses(upper.origin, anyone, 'ReviewEntitlement', { below: base.origin }, 'entitlement-unchanged');
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

test('an ordered audit that nobody shows in time leaves the floor', () => {
  const scene = given();
  orderAudit(scene, scene.base);
  scene.fed.pass({ days: 31 });
  review(scene);
  assert.equal(seatsOf(scene), 1);
});

test('a count that nobody has sealed is shown to nobody', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  review(scene);
  fed.must(base.origin, base.secretary, 'EnrolMember', { name: 'una vecina' });
  fed.pass({ days: 31 });
  fed.must(base.origin, base.secretary, 'CountRoll', { doubleMembers: 0 });
  fed.refuses(upper.origin, anyone, 'ReviewEntitlement', { below: base.origin }, 'entitlement-unchanged');
});

test('a phantom junta gets nothing: no proven founding, no seat, whatever roll it shows', () => {
  const scene = given();
  const { fed, upper } = scene;
  const phantom = foundBase(fed, 'junta-fantasma', 12);
  fed.pass({ days: 31 });
  const toKey = fed.book(upper.origin).key;
  const [request] = evening(fed, phantom, [
    { matter: 'affiliation', proposal: { kind: 'request-affiliation', to: upper.origin, toKey } },
  ]);
  assert.ok(request);
  seal(fed, phantom, indexOf(request, 'AffiliationRequested'));
  showRoll(fed, phantom);
  const below = phantom.origin;
  const sitting = sitUpper(scene, 'affiliation');
  const admit = { kind: 'admit', below, key: fed.book(below).key, title: 'x', entitlement: 16 } as const;
  const input = { sitting, matter: 'affiliation', title: 'x', text: 'x', proposal: admit } as const;
  const refusal = fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'entitlement-not-as-statute');
  assert.deepEqual([refusal.needed, refusal.present], [3, 16]);
});

test('where the statute gives no seats, the assembly changes them by vote', () => {
  const world = federationOf();
  const { fed, upper } = world;
  const below = world.bases[2]?.origin ?? '';
  const proposal = { kind: 'change-entitlement', below, seats: 1 } as const;
  const changed = decideAbove(world, { matter: 'affiliation', proposal });
  assert.equal(dataOf(changed, 'EntitlementChanged').seats, 1);
  fed.refuses(upper.origin, anyone, 'ReviewEntitlement', { below }, 'entitlement-by-admission');
});

test('whatever rolls are shown and audits find, nobody has more seats than the whole roll gives', () => {
  const audits = fc.record({ order: fc.nat(9), size: fc.nat(500), sampled: fc.nat(50), confirmed: fc.nat(50) });
  const rolls = fc.record({ index: fc.nat(), size: fc.nat(500), audit: fc.option(audits) });
  fc.assert(
    fc.property(rolls, fc.integer({ min: 1, max: 50 }), (roll, each) => {
      const rules = statuteWith({ entitlement: { kind: 'per-members', members: each } });
      const members = membersOf(roll, null, '');
      assert.ok(members <= roll.size && Number.isInteger(members));
      assert.ok((seatsByStatute(rules, { members }) ?? 0) <= Math.ceil(roll.size / each));
    }),
  );
});
