// Goods: counted by several, moved by hand-overs in whatever order they come, allocated once, passed on once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  actEntry,
  allActs,
  auditRules,
  balanceAt,
  freeOf,
  type HandOverSaid,
  handOverText,
  notShownYet,
  outstandingOf,
  plusDays,
  sharingRules,
  shortOf,
  tableGet,
} from '../src/index.ts';
import { evening, indexOf } from './federation/assembly.ts';
import type { StoredAct } from './federation/book.ts';
import { anyone, type Done, dataOf } from './federation/federation.ts';
import {
  type AllotmentLine,
  adopt,
  adoptRule,
  type Committee,
  committee,
  corrected,
  correctReport,
  count,
  declare,
  enrol,
  equip,
  handKey,
  handOver,
  line,
  offer,
  officerSigns,
  planOf,
  receive,
  said,
  signs,
  stands,
  totalsOf,
} from './federation/supply.ts';

const settled = committee();
const given = (): Committee => ({ ...settled, fed: settled.fed.fork() });
const supplyOf = ({ fed, origin }: Pick<Committee, 'fed' | 'origin'>) => fed.book(origin).state.supply;

const signedByBoth = (scene: Committee, what: HandOverSaid) => {
  const text = handOverText(scene.origin, what);
  return { ...what, giver: signs(scene, what.from, text), receiver: signs(scene, what.to, text) };
};

test('what two people count stays hidden until both have; less is lost from the oldest lot, more is a lot of its own', () => {
  const scene = given();
  const { fed, base, origin, depot, item } = scene;
  const [first, second] = [receive(scene, 30), receive(scene, 50)];
  const before = fed.book(origin).state;
  const alone = fed.must(origin, base.presidium, 'CountStock', { site: depot, item, round: 1, found: 41 });
  assert.deepEqual([alone.acts, alone.answer], [[], { waiting: 1 }]);
  assert.equal(fed.book(origin).state, before, 'nobody reads it in the book');
  fed.refuses(origin, base.presidium, 'CountStock', { site: depot, item, round: 1, found: 41 }, 'already-counted');
  const both = fed.must(origin, base.secretary, 'CountStock', { site: depot, item, round: 1, found: 41 });
  const { missing, recorded, counts } = dataOf(both, 'StockCounted');
  assert.deepEqual(
    { missing, recorded, counts },
    {
      missing: [
        { lot: first, quantity: 30 },
        { lot: second, quantity: 9 },
      ],
      recorded: 80,
      counts: [41, 41],
    },
  );
  const found = dataOf(count(scene, 2, [44, 44]), 'StockCounted');
  assert.deepEqual([found.found, found.missing], [3, []]);
  assert.equal(balanceAt(supplyOf(scene), second, depot), 41);
});

test('counts that differ are taken again by others; then all stand, and the smallest is relied on', () => {
  const scene = given();
  const { fed, base, origin, depot, item } = scene;
  receive(scene, 30);
  const differing = count(scene, 1, [30, 28]);
  assert.deepEqual(differing.answer, { agreed: false, round: 2 });
  const entry = { site: depot, item, round: 2, found: 29 };
  fed.refuses(origin, base.presidium, 'CountStock', entry, 'recount-by-others');
  const [a, b] = base.members.slice(4).map((member) => ({ kind: 'member', member }) as const);
  assert.ok(a && b);
  fed.must(origin, a, 'CountStock', entry);
  const done = fed.must(origin, b, 'CountStock', { ...entry, found: 27 });
  assert.deepEqual(dataOf(done, 'StockCounted').counts.toSorted(), [27, 29]);
  assert.equal(dataOf(done, 'StockCounted').missing[0]?.quantity, 3);
});

test('the statute says how many count', () => {
  const scene = given();
  const { fed, base, origin, depot, item } = scene;
  const rules = fed.book(origin).state.statute?.rules;
  assert.ok(rules);
  const statute = { ...rules, supply: { allocation: 'vote', counters: 3 } } as const;
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute } }]);
  receive(scene, 30);
  const two = count(scene, 1, [30, 30]);
  assert.deepEqual([two.acts, two.answer], [[], { waiting: 1 }]);
  const third = { kind: 'member', member: base.members[5] ?? '' } as const;
  const done = fed.must(origin, third, 'CountStock', { site: depot, item, round: 1, found: 30 });
  assert.equal(dataOf(done, 'StockCounted').counts.length, 3);
});

test('the same hand-over from both phones, many times, is one act; the text that both signed is what the decision says', () => {
  const scene = given();
  const { origin, depot, truck, item } = scene;
  const lot = receive(scene, 100);
  const what = said(scene, 'load', 'load', [depot, truck], [line(scene, lot, 40, 39)]);
  assert.equal(
    handOverText(origin, what),
    `cabildo/hand-over/v1\n{"book":"${origin}","from":${depot},"id":"${what.id}","kind":"load","lines":[{"damaged":0,"given":40,"item":${item},"lot":${lot},"received":39}],"madeAt":"${what.madeAt}","to":${truck}}`,
  );
  const index = indexOf(handOver(scene, what), 'HandOverRecorded');
  for (let times = 0; times < 3; times++) {
    const again = handOver(scene, what, times === 1);
    assert.deepEqual([again.acts, again.answer.handOver], [[], index]);
  }
  assert.deepEqual(totalsOf(supplyOf(scene), lot), { received: 100, atPlaces: 99, lost: 1, passed: 0 });
  assert.deepEqual([balanceAt(supplyOf(scene), lot, depot), balanceAt(supplyOf(scene), lot, truck)], [60, 39]);
});

test('on one phone it is provisional until the receiver’s own hand signs, and stays so with time', () => {
  const scene = given();
  const { fed, origin, depot, clinic } = scene;
  const lot = receive(scene, 100);
  const what = said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 10)]);
  const index = indexOf(handOver(scene, what, false), 'HandOverRecorded');
  fed.pass({ days: 10 });
  assert.equal(stands(scene, index).provisional, true);
  assert.equal(indexOf(handOver(scene, what), 'HandOverConfirmed'), fed.book(origin).state.size - 1);
  assert.equal(stands(scene, index).provisional, false);
  assert.equal(balanceAt(supplyOf(scene), lot, clinic), 10);
});

test('an officer of the site’s assembly confirms; a signature over something else does not', () => {
  const scene = given();
  const { fed, origin, depot, clinic } = scene;
  const lot = receive(scene, 100);
  const what = said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 10)]);
  const handOverIndex = indexOf(handOver(scene, what, false), 'HandOverRecorded');
  const over = (text: string) =>
    ({ handOver: handOverIndex, by: { kind: 'officer', ...officerSigns(scene, text) } }) as const;
  fed.refuses(origin, anyone, 'ConfirmHandOver', over('cabildo/hand-over/v1\n{}'), 'signature-not-valid');
  const done = fed.must(origin, anyone, 'ConfirmHandOver', over(handOverText(origin, what)));
  const cited = done.acts[0] as StoredAct;
  assert.deepEqual(
    cited.cites.map(({ book, index }) => fed.book(book).acts[index]?.act),
    ['OfficersElected'],
  );
  const again = fed.must(origin, anyone, 'ConfirmHandOver', over(handOverText(origin, what)));
  assert.deepEqual(again.acts, []);
});

test('a delivery that comes before its loading is recorded; the place is below zero, and named, until that comes', () => {
  const scene = given();
  const { depot, truck, clinic, fed } = scene;
  const lot = receive(scene, 100);
  const load = said(scene, 'load', 'load', [depot, truck], [line(scene, lot, 40)]);
  handOver(scene, said(scene, 'deliver', 'deliver', [truck, clinic], [line(scene, lot, 40)]));
  assert.deepEqual(notShownYet(supplyOf(scene), lot), [truck]);
  assert.equal(freeOf(supplyOf(scene), lot, fed.now), 60, 'what a delivery has shown to be gone is not free');
  handOver(scene, load);
  assert.deepEqual(notShownYet(supplyOf(scene), lot), []);
  assert.equal(freeOf(supplyOf(scene), lot, fed.now), 60);
});

test('another text under the same identifier moves nothing, is written down once, and is shown until a correction', () => {
  const scene = given();
  const { fed, origin, depot, clinic } = scene;
  const lot = receive(scene, 100);
  const what = said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 10)]);
  const index = indexOf(handOver(scene, what), 'HandOverRecorded');
  const other = { ...what, lines: [line(scene, lot, 10, 7)] };
  const receiver = signs(scene, clinic, handOverText(origin, other));
  const first = fed.must(origin, anyone, 'RecordHandOver', { ...other, receiver });
  indexOf(first, 'HandOverDisputed');
  assert.deepEqual(fed.must(origin, anyone, 'RecordHandOver', { ...other, receiver }).acts, []);
  assert.equal(balanceAt(supplyOf(scene), lot, clinic), 10);
  fed.must(origin, anyone, 'CorrectHandOver', corrected(scene, index, 1, [line(scene, lot, 10, 8)]));
  assert.equal(balanceAt(supplyOf(scene), lot, clinic), 8);
  const { lines, signed, corrections, disputes } = stands(scene, index);
  assert.deepEqual(
    [lines[0]?.received, signed[0]?.received, corrections.length, disputes.length],
    [8, 10, 1, 1],
    'both stay to be read',
  );
});

test('what an officer wrote down wrongly is put right by two of them, and the receiver then signs what is right', () => {
  const scene = given();
  const { fed, base, origin, depot, kitchen } = scene;
  const lot = receive(scene, 100);
  const what = said(scene, 'x', 'direct', [depot, kitchen], [line(scene, lot, 10)]);
  const index = indexOf(
    fed.must(origin, base.presidium, 'ReportHandOver', { ...what, words: 'x' }),
    'HandOverReported',
  );
  const lines = [line(scene, lot, 12, 9)];
  const input = { handOver: index, number: 1, lines, words: 'Eran doce.' };
  fed.must(origin, base.secretary, 'ProposeReportCorrection', input);
  assert.equal(balanceAt(supplyOf(scene), lot, kitchen), 10, 'one officer alone moves nothing');
  const act = correctReport(scene, index, lines);
  assert.equal(balanceAt(supplyOf(scene), lot, kitchen), 9);
  assert.deepEqual([stands(scene, index).provisional, stands(scene, index).corrections], [true, [act]]);
  const confirm = (text: string) => ({
    handOver: index,
    by: { kind: 'hand', ...signs(scene, kitchen, text) } as const,
  });
  fed.refuses(origin, anyone, 'ConfirmHandOver', confirm(handOverText(origin, what)), 'signature-not-valid');
  fed.must(origin, anyone, 'ConfirmHandOver', confirm(handOverText(origin, { ...what, lines })));
  assert.equal(stands(scene, index).provisional, false);
  const other = corrected(scene, index, 2, [line(scene, lot, 12, 8)]);
  fed.must(origin, anyone, 'CorrectHandOver', other);
  assert.equal(balanceAt(supplyOf(scene), lot, kitchen), 8, 'from here on it is both sides who correct it');
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
});

test('a relay has both drivers’ signatures, and one key is not enrolled for two places at a time', () => {
  const scene = given();
  const { fed, base, origin, depot, van, truck } = scene;
  const lot = receive(scene, 100);
  handOver(scene, said(scene, 'load', 'load', [depot, van], [line(scene, lot, 30)]));
  const what = said(scene, 'relay', 'relay', [van, truck], [line(scene, lot, 30)]);
  const own = { ...signedByBoth(scene, what), receiver: signs(scene, van, handOverText(origin, what)) };
  fed.refuses(origin, anyone, 'RecordHandOver', own, 'hand-of-another-place');
  const key = { of: truck, key: handKey(origin, van), until: plusDays(fed.now, 3) };
  fed.refuses(origin, base.presidium, 'EnrolHand', key, 'already-so');
  handOver(scene, what);
  assert.equal(balanceAt(supplyOf(scene), lot, truck), 30);
  fed.pass({ days: 20 });
  enrol(fed, base, truck, handKey(origin, van));
});

test('a plan is adopted by vote where the statute does not leave it to the officers, and replanning frees what was not handed over', () => {
  const scene = given();
  const { fed, base, depot, clinic, kitchen } = scene;
  const lot = receive(scene, 100);
  const rule = adoptRule(scene);
  const lines: AllotmentLine[] = [{ lot, site: clinic, quantity: 70 }];
  const proposal = { kind: 'adopt-plan', ...planOf(rule, [lines]) } as const;
  const [done] = evening(fed, base, [{ matter: 'ordinary', proposal }]) as [Done];
  const plan = indexOf(done, 'PlanAdopted');
  fed.must(base.origin, base.presidium, 'EnterAllocation', { plan, part: 1, lines });
  handOver(scene, said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 25)]));
  assert.deepEqual([outstandingOf(supplyOf(scene), lot, fed.now), freeOf(supplyOf(scene), lot, fed.now)], [45, 30]);
  adopt(scene, rule, [[{ lot, site: kitchen, quantity: 60 }]], plan);
  assert.deepEqual([outstandingOf(supplyOf(scene), lot, fed.now), freeOf(supplyOf(scene), lot, fed.now)], [60, 15]);
  fed.must(base.origin, base.presidium, 'RecordLoss', { lot, at: depot, quantity: 20, reason: 'incendio' });
  assert.equal(shortOf(supplyOf(scene), lot, fed.now), 5);
  fed.pass({ days: 7 });
  assert.equal(outstandingOf(supplyOf(scene), lot, fed.now), 0, 'a plan holds as long as the statute says');
});

test('a trip that ends leaves what it did not bring to another', () => {
  const scene = given();
  const { fed, base, origin, depot, clinic, truck, hands } = scene;
  const lot = receive(scene, 100);
  const plan = adopt(scene, adoptRule(scene), [[{ lot, site: clinic, quantity: 40 }]]);
  const trip = { plan, vehicle: truck, hand: hands.get(truck) ?? 0, lines: [{ lot, site: clinic, quantity: 40 }] };
  const first = indexOf(fed.must(origin, base.presidium, 'DispatchTrip', trip), 'TripDispatched');
  handOver(scene, said(scene, 'load', 'load', [depot, truck], [line(scene, lot, 40)]));
  handOver(scene, { ...said(scene, 'part', 'deliver', [truck, clinic], [line(scene, lot, 25)]), trip: first });
  handOver(scene, said(scene, 'back', 'return', [truck, depot], [line(scene, lot, 15)]));
  const rest = { ...trip, lines: [{ lot, site: clinic, quantity: 15 }] };
  fed.refuses(origin, base.presidium, 'DispatchTrip', rest, 'not-so-much-allocated');
  fed.must(origin, base.presidium, 'EndTrip', { trip: first });
  assert.deepEqual(fed.must(origin, base.presidium, 'EndTrip', { trip: first }).acts, []);
  fed.refuses(origin, base.presidium, 'DispatchTrip', trip, 'not-so-much-allocated');
  fed.must(origin, base.presidium, 'DispatchTrip', rest);
});

test('a trip of a plan that was replaced goes on: what it brings is nobody else’s, and is not taken off what the new plan means', () => {
  const scene = given();
  const { fed, base, origin, depot, clinic, kitchen, truck, hands } = scene;
  const lot = receive(scene, 100);
  const rule = adoptRule(scene);
  const lines = [{ lot, site: clinic, quantity: 60 }];
  const plan = adopt(scene, rule, [lines]);
  const order = { plan, vehicle: truck, hand: hands.get(truck) ?? 0, lines };
  const trip = indexOf(fed.must(origin, base.presidium, 'DispatchTrip', order), 'TripDispatched');
  const more = [{ lot, site: kitchen, quantity: 41 }];
  const wrong = { ...planOf(rule, [more]), replaces: plan };
  const over = indexOf(fed.must(origin, base.presidium, 'AdoptPlan', wrong), 'PlanAdopted');
  const entered = { plan: over, part: 1, lines: more };
  assert.deepEqual(fed.refuses(origin, base.secretary, 'EnterAllocation', entered, 'not-so-much-free').present, 40);
  const anew = adopt(scene, rule, [[{ lot, site: clinic, quantity: 40 }]], over);
  const left = () => [freeOf(supplyOf(scene), lot, fed.now), outstandingOf(supplyOf(scene), lot, fed.now)];
  assert.deepEqual(left(), [0, 40]);
  handOver(scene, said(scene, 'load', 'load', [depot, truck], [line(scene, lot, 60)]));
  assert.deepEqual(left(), [0, 40]);
  handOver(scene, { ...said(scene, 'there', 'deliver', [truck, clinic], [line(scene, lot, 60)]), trip });
  assert.deepEqual(left(), [0, 40]);
  handOver(scene, said(scene, 'rest', 'direct', [depot, clinic], [line(scene, lot, 40)]));
  assert.deepEqual([left(), shortOf(supplyOf(scene), lot, fed.now)], [[0, 0], 0]);
  assert.equal(tableGet(supplyOf(scene).plans, anew)?.ended, null);
});

test('a need is signed by the site’s hand, answered for by its assembly, and what was too much stands beside it', () => {
  const scene = given();
  const { fed, base, origin, clinic, item } = scene;
  const { index, text } = declare(scene, 60);
  const again = { site: clinic, item, quantity: 60, until: plusDays(fed.now, 5) };
  fed.refuses(origin, anyone, 'DeclareNeed', { ...again, signed: signs(scene, clinic, text) }, 'already-so');
  fed.must(origin, anyone, 'CountersignNeed', { need: index, officer: officerSigns(scene, text) });
  fed.must(origin, base.presidium, 'RecordOverDeclaration', { need: index, found: 35, countedBy: 'both' });
  const need = tableGet(supplyOf(scene).needs, index);
  assert.deepEqual([need?.quantity, need?.foundOver?.found, need?.countersigned !== null], [60, 35, true]);
});

test('no act of supply names a person, and no rule of sharing can look at one (invariant 12)', () => {
  const forbidden = /member|holder|attend|vote[sd]|fine|household/i;
  const isNumber = (reads: string): boolean => /^count\b/.test(reads);
  for (const { name, data } of allActs.filter(({ subject }) => subject === 'supply'))
    for (const [field, { reads }] of Object.entries(data))
      assert.ok(isNumber(reads) || !forbidden.test(`${field} ${reads}`), `${name}.${field}`);
  assert.deepEqual(actEntry('SharingRuleAdopted')?.data.rule?.schema.enum, sharingRules);
});

test('an offer that nobody seals holds nothing elsewhere, and one that was declined or ran out is free again', () => {
  const scene = given();
  const { fed, assembly, other, origin } = scene;
  const lot = receive(scene, 100);
  const { item, depot } = equip(scene);
  const index = offer(scene, lot, 100, other.origin, 1);
  // Whoever else reads of it cannot take it.
  const taken = { offer: { book: origin, index }, item, site: depot };
  fed.refuses(assembly.origin, assembly.presidium, 'AcceptLot', taken, 'no-offer-found');
  assert.equal(freeOf(supplyOf(scene), lot, fed.now), 0);
  fed.pass({ days: 1 });
  assert.equal(freeOf(supplyOf(scene), lot, fed.now), 0, 'not by time alone: the other book may not have been heard');
  fed.must(other.origin, other.presidium, 'RegisterVehicle', { title: 'Carro', carries: [] });
  indexOf(fed.must(origin, anyone, 'SettleOffer', { offer: index }), 'OfferLapsed');
  assert.equal(freeOf(supplyOf(scene), lot, fed.now), 100);
});
