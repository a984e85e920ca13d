// Refusals about registers, stocks, hand-overs, plans and offers of a committee that shares out goods.
import { handOverText, plusDays, type RefusalCode } from '../../src/index.ts';
import { foundBase, indexOf, seal } from '../federation/assembly.ts';
import { fakeSignature } from '../federation/book.ts';
import { anyone, deviceKey, Federation } from '../federation/federation.ts';
import {
  adopt,
  adoptRule,
  type Committee,
  committee,
  corrected,
  declare,
  enrol,
  equip,
  handOver,
  line,
  offer,
  officerSigns,
  planOf,
  receive,
  said,
  signs,
} from '../federation/supply.ts';

const settled = committee();

/** The same committee for each, with a lot of a hundred. */
function given(): Committee & { readonly lot: number } {
  const scene = { ...settled, fed: settled.fed.fork() };
  return { ...scene, lot: receive(scene, 100) };
}

/** A whole plan for the clinic. */
function planned(quantity = 40) {
  const scene = given();
  const { lot, clinic } = scene;
  return { ...scene, plan: adopt(scene, adoptRule(scene), [[{ lot, site: clinic, quantity }]]) };
}

function signed(scene: Committee, what: ReturnType<typeof said>) {
  const text = handOverText(scene.origin, what);
  return { ...what, giver: signs(scene, what.from, text), receiver: signs(scene, what.to, text) };
}

/** What an officer wrote down, and no hand has signed. */
function reported() {
  const scene = given();
  const { fed, base, origin, depot, kitchen, lot } = scene;
  const what = said(scene, 'x', 'direct', [depot, kitchen], [line(scene, lot, 10)]);
  const handOver = indexOf(
    fed.must(origin, base.presidium, 'ReportHandOver', { ...what, words: 'x' }),
    'HandOverReported',
  );
  return { scene, fed, base, origin, handOver, what };
}

/** A hand-over, signed by both, that is refused all the same. */
function refusedHandOver(
  code: RefusalCode,
  change: (scene: ReturnType<typeof given>) => ReturnType<typeof said>,
): void {
  const scene = given();
  scene.fed.refuses(scene.origin, anyone, 'RecordHandOver', signed(scene, change(scene)), code);
}

export const supplyScenes = {
  'not-a-depot': () => {
    const { fed, base, item, clinic } = given();
    const input = { item, site: clinic, quantity: 5, from: 'YPFB' };
    fed.refuses(base.origin, base.presidium, 'ReceiveLot', input, 'not-a-depot');
  },
  'place-closed': () => {
    const { fed, base, clinic, item } = given();
    fed.must(base.origin, base.presidium, 'CloseSite', { site: clinic });
    const need = { site: clinic, item, quantity: 4, until: plusDays(fed.now, 2) };
    fed.refuses(base.origin, base.presidium, 'DeclareNeed', need, 'place-closed');
    const changed = { site: clinic, title: 'Posta nueva', peopleServed: 1 };
    fed.refuses(base.origin, base.presidium, 'ChangeSite', changed, 'place-closed');
    const hand = { of: clinic, key: deviceKey('otra'), until: plusDays(fed.now, 2) };
    fed.refuses(base.origin, base.presidium, 'EnrolHand', hand, 'place-closed');
  },
  'hand-of-another-place': () => {
    const scene = given();
    const { fed, origin, depot, clinic, kitchen, lot } = scene;
    const what = said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 4)]);
    const receiver = signs(scene, kitchen, handOverText(origin, what));
    fed.refuses(origin, anyone, 'RecordHandOver', { ...signed(scene, what), receiver }, 'hand-of-another-place');
  },
  'hand-over-its-day': () => {
    const scene = given();
    const { fed, base, origin, depot, clinic, lot, hands } = scene;
    const what = signed(scene, said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 4)]));
    fed.must(origin, base.presidium, 'WithdrawHand', { hand: hands.get(clinic) ?? -1 });
    fed.refuses(origin, anyone, 'RecordHandOver', what, 'hand-over-its-day');
    fed.pass({ days: 20 });
    fed.refuses(origin, base.presidium, 'WithdrawHand', { hand: hands.get(depot) ?? -1 }, 'hand-over-its-day');
  },
  'hand-too-long': () => {
    const { fed, base, depot } = given();
    const input = { of: depot, key: deviceKey('otra'), until: plusDays(fed.now, 21) };
    fed.refuses(base.origin, base.presidium, 'EnrolHand', input, 'hand-too-long');
    enrol(fed, base, depot, deviceKey('otra'), 20);
  },
  'not-so-much-there': () => {
    const { fed, base, depot, lot } = given();
    const input = { lot, at: depot, quantity: 101, reason: 'fuga' };
    fed.refuses(base.origin, base.presidium, 'RecordLoss', input, 'not-so-much-there');
    fed.must(base.origin, base.presidium, 'RecordLoss', { ...input, quantity: 100 });
  },
  'more-than-lost': () => {
    const scene = given();
    const { fed, base, origin, depot, clinic, lot } = scene;
    const what = said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 10, 8)]);
    const loss = indexOf(handOver(scene, what), 'HandOverRecorded');
    const back = { loss, lot, at: clinic, reason: 'estaban en el camión' };
    fed.refuses(origin, base.presidium, 'ReverseLoss', { ...back, quantity: 3 }, 'more-than-lost');
    fed.must(origin, base.presidium, 'ReverseLoss', { ...back, quantity: 2 });
    const all = corrected(scene, loss, 1, [line(scene, lot, 10)]);
    fed.refuses(origin, anyone, 'CorrectHandOver', all, 'more-than-lost');
  },
  'not-that-way': () => {
    refusedHandOver('not-that-way', (scene) =>
      said(scene, 'x', 'load', [scene.depot, scene.clinic], [line(scene, scene.lot, 4)]),
    );
    refusedHandOver('not-that-way', (scene) =>
      said(scene, 'x', 'relay', [scene.van, scene.van], [line(scene, scene.lot, 4)]),
    );
  },
  'nothing-handed-over': () =>
    refusedHandOver('nothing-handed-over', (scene) => said(scene, 'x', 'load', [scene.depot, scene.van], [])),
  'lot-twice': () =>
    refusedHandOver('lot-twice', (scene) =>
      said(scene, 'x', 'load', [scene.depot, scene.van], [line(scene, scene.lot, 4), line(scene, scene.lot, 5)]),
    ),
  'more-received-than-given': () => {
    refusedHandOver('more-received-than-given', (scene) =>
      said(scene, 'x', 'load', [scene.depot, scene.van], [line(scene, scene.lot, 4, 5)]),
    );
    refusedHandOver('more-received-than-given', (scene) =>
      said(scene, 'x', 'load', [scene.depot, scene.van], [{ ...line(scene, scene.lot, 4), damaged: 5 }]),
    );
  },
  'giver-must-sign': () => {
    const scene = given();
    const what = said(scene, 'x', 'direct', [scene.depot, scene.clinic], [line(scene, scene.lot, 4)]);
    const { giver: _giver, ...receiverAlone } = signed(scene, what);
    scene.fed.refuses(scene.origin, anyone, 'RecordHandOver', receiverAlone, 'giver-must-sign');
    scene.fed.refuses(scene.origin, anyone, 'RecordHandOver', what, 'giver-must-sign');
  },
  'hand-must-sign': () => {
    const { fed, origin, clinic, item } = given();
    const need = { site: clinic, item, quantity: 4, until: plusDays(fed.now, 2) };
    fed.refuses(origin, anyone, 'DeclareNeed', need, 'hand-must-sign');
  },
  'hand-over-between-others': () => {
    const scene = given();
    const { depot, clinic, kitchen, lot } = scene;
    handOver(scene, said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 4)]));
    const other = signed(scene, said(scene, 'x', 'direct', [depot, kitchen], [line(scene, lot, 4)]));
    scene.fed.refuses(scene.origin, anyone, 'RecordHandOver', other, 'hand-over-between-others');
  },
  'site-without-assembly': () => {
    const scene = given();
    const { fed, origin, depot, kitchen, lot } = scene;
    const what = said(scene, 'x', 'direct', [depot, kitchen], [line(scene, lot, 4)]);
    const index = indexOf(handOver(scene, what, false), 'HandOverRecorded');
    const by = { kind: 'officer', ...officerSigns(scene, handOverText(origin, what)) } as const;
    fed.refuses(origin, anyone, 'ConfirmHandOver', { handOver: index, by }, 'site-without-assembly');
  },
  'not-its-assembly': () => {
    const scene = given();
    const { fed, origin, other } = scene;
    const { index: need, text } = declare(scene, 30);
    const officer = officerSigns({ fed, assembly: other }, text);
    fed.refuses(origin, anyone, 'CountersignNeed', { need, officer }, 'not-its-assembly');
  },
  'no-officer-key-there': () => {
    const scene = given();
    const { index: need, text } = declare(scene, 30);
    const key = deviceKey('nadie');
    const officer = { book: scene.assembly.origin, key, signature: fakeSignature(key, text) };
    scene.fed.refuses(scene.origin, anyone, 'CountersignNeed', { need, officer }, 'no-officer-key-there');
  },
  'already-corrected': () => {
    const scene = given();
    const { fed, origin, depot, clinic, lot } = scene;
    const what = said(scene, 'x', 'direct', [depot, clinic], [line(scene, lot, 10)]);
    const index = indexOf(handOver(scene, what), 'HandOverRecorded');
    const first = corrected(scene, index, 1, [line(scene, lot, 9)]);
    fed.must(origin, anyone, 'CorrectHandOver', first);
    fed.must(origin, anyone, 'CorrectHandOver', first);
    const other = corrected(scene, index, 1, [line(scene, lot, 8)]);
    fed.refuses(origin, anyone, 'CorrectHandOver', other, 'already-corrected');
  },
  'report-signed': () => {
    const { fed, base, origin, handOver: index, scene, what } = reported();
    const by = { kind: 'hand', ...signs(scene, scene.kitchen, handOverText(origin, what)) } as const;
    fed.must(origin, anyone, 'ConfirmHandOver', { handOver: index, by });
    const input = { handOver: index, number: 1, lines: what.lines, words: 'x' };
    fed.refuses(origin, base.presidium, 'ProposeReportCorrection', input, 'report-signed');
  },
  'correction-by-another': () => {
    const { fed, base, origin, handOver: index, what } = reported();
    const input = { handOver: index, number: 1, lines: what.lines, words: 'x' };
    const done = fed.must(origin, base.presidium, 'ProposeReportCorrection', input);
    const proposal = indexOf(done, 'ReportCorrectionProposed');
    const sign = { handOver: index, proposal };
    fed.refuses(origin, base.presidium, 'SignReportCorrection', sign, 'correction-by-another');
    fed.must(origin, base.secretary, 'SignReportCorrection', sign);
    fed.refuses(origin, base.secretary, 'SignReportCorrection', sign, 'already-corrected');
    fed.refuses(origin, base.secretary, 'SignReportCorrection', { handOver: index, proposal: 3 }, 'not-found');
  },
  'no-sharing-rule': () => {
    const { fed, base, lot, clinic } = given();
    const plan = planOf(3, [[{ lot, site: clinic, quantity: 4 }]]);
    fed.refuses(base.origin, base.presidium, 'AdoptPlan', plan, 'no-sharing-rule');
  },
  'another-rule-in-force': () => {
    const scene = given();
    const rule = adoptRule(scene);
    adoptRule(scene);
    const plan = planOf(rule, [[{ lot: scene.lot, site: scene.clinic, quantity: 4 }]]);
    scene.fed.refuses(scene.origin, scene.base.presidium, 'AdoptPlan', plan, 'another-rule-in-force');
  },
  'plan-by-vote': () => {
    const fed = new Federation();
    const base = foundBase(fed, 'villa-voto', 8);
    fed.pass({ days: 31 });
    const plan = planOf(adoptRule({ fed, base }), [[{ lot: 1, site: 2, quantity: 4 }]]);
    fed.refuses(base.origin, base.presidium, 'AdoptPlan', plan, 'plan-by-vote');
  },
  'plan-over': () => {
    const { fed, base, plan, truck, lot, clinic, hands } = planned();
    fed.pass({ days: 7 });
    const lines = [{ lot, site: clinic, quantity: 4 }];
    const trip = { plan, vehicle: truck, lines, hand: hands.get(truck) ?? 0 };
    fed.refuses(base.origin, base.presidium, 'DispatchTrip', trip, 'plan-over');
    fed.refuses(base.origin, base.presidium, 'EnterAllocation', { plan, part: 1, lines }, 'plan-over');
  },
  'not-the-plan': () => {
    const scene = given();
    const { fed, base, lot, clinic } = scene;
    const input = planOf(adoptRule(scene), [[{ lot, site: clinic, quantity: 4 }]]);
    const plan = indexOf(fed.must(base.origin, base.presidium, 'AdoptPlan', input), 'PlanAdopted');
    const more = { plan, part: 1, lines: [{ lot, site: clinic, quantity: 5 }] };
    fed.refuses(base.origin, base.presidium, 'EnterAllocation', more, 'not-the-plan');
    fed.refuses(base.origin, base.presidium, 'EnterAllocation', { ...more, part: 2 }, 'not-the-plan');
  },
  'nothing-allocated': () => {
    const scene = given();
    const plan = { ...planOf(adoptRule(scene), []), parts: [] };
    scene.fed.refuses(scene.origin, scene.base.presidium, 'AdoptPlan', plan, 'nothing-allocated');
  },
  'not-so-much-free': () => {
    const scene = planned(60);
    const { fed, base, lot, kitchen, other, depot } = scene;
    const lines = [{ lot, site: kitchen, quantity: 41 }];
    const rule = fed.book(base.origin).state.supply.rule?.act ?? 0;
    const input = planOf(rule, [lines]);
    const plan = indexOf(fed.must(base.origin, base.presidium, 'AdoptPlan', input), 'PlanAdopted');
    fed.refuses(base.origin, base.presidium, 'EnterAllocation', { plan, part: 1, lines }, 'not-so-much-free');
    const away = { lot, site: depot, quantity: 41, to: other.origin, until: plusDays(fed.now, 1) };
    fed.refuses(base.origin, base.presidium, 'OfferLot', away, 'not-so-much-free');
    fed.must(base.origin, base.presidium, 'OfferLot', { ...away, quantity: 40 });
  },
  'parts-missing': () => {
    const scene = given();
    const { fed, base, lot, clinic, truck, hands } = scene;
    const parts = [[{ lot, site: clinic, quantity: 4 }], [{ lot, site: clinic, quantity: 5 }]];
    const input = planOf(adoptRule(scene), parts);
    const plan = indexOf(fed.must(base.origin, base.presidium, 'AdoptPlan', input), 'PlanAdopted');
    const lines = parts[0] ?? [];
    fed.must(base.origin, base.presidium, 'EnterAllocation', { plan, part: 1, lines });
    const trip = { plan, vehicle: truck, lines, hand: hands.get(truck) ?? 0 };
    fed.refuses(base.origin, base.presidium, 'DispatchTrip', trip, 'parts-missing');
  },
  'more-than-it-carries': () => {
    const { fed, base, plan, van, lot, clinic, hands } = planned(90);
    const trip = { plan, vehicle: van, hand: hands.get(van) ?? 0 };
    const lines = [{ lot, site: clinic, quantity: 81 }];
    fed.refuses(base.origin, base.presidium, 'DispatchTrip', { ...trip, lines }, 'more-than-it-carries');
    fed.must(base.origin, base.presidium, 'DispatchTrip', { ...trip, lines: [{ lot, site: clinic, quantity: 80 }] });
  },
  'not-so-much-allocated': () => {
    const { fed, base, plan, truck, lot, clinic, hands } = planned(40);
    const trip = { plan, vehicle: truck, hand: hands.get(truck) ?? 0 };
    fed.must(base.origin, base.presidium, 'DispatchTrip', { ...trip, lines: [{ lot, site: clinic, quantity: 30 }] });
    const again = { ...trip, lines: [{ lot, site: clinic, quantity: 11 }] };
    fed.refuses(base.origin, base.presidium, 'DispatchTrip', again, 'not-so-much-allocated');
  },
  'offer-to-itself': () => {
    const { fed, base, lot, depot } = given();
    const away = { lot, site: depot, quantity: 4, to: base.origin, until: plusDays(fed.now, 1) };
    fed.refuses(base.origin, base.presidium, 'OfferLot', away, 'offer-to-itself');
  },
  'no-offer-found': () => {
    const scene = given();
    const { fed, base, other, origin, lot, depot } = scene;
    const { item, depot: site } = equip(scene);
    const away = { lot, site: depot, quantity: 4, to: other.origin, until: plusDays(fed.now, 1) };
    const index = indexOf(fed.must(origin, base.presidium, 'OfferLot', away), 'LotOffered');
    const input = { offer: { book: origin, index }, item, site };
    fed.refuses(other.origin, other.presidium, 'AcceptLot', input, 'no-offer-found');
    seal(fed, base, index);
    fed.must(other.origin, other.presidium, 'AcceptLot', input);
  },
  'offer-over': () => {
    const scene = given();
    const { fed, other, origin, lot } = scene;
    const { item, depot: site } = equip(scene);
    const index = offer(scene, lot, 10, other.origin, 2);
    fed.pass({ days: 2 });
    const input = { offer: { book: origin, index }, item, site };
    fed.refuses(other.origin, other.presidium, 'AcceptLot', input, 'offer-over');
  },
  'offer-still-open': () => {
    const scene = given();
    const index = offer(scene, scene.lot, 10, scene.other.origin);
    scene.fed.pass({ days: 9 });
    scene.fed.refuses(scene.origin, anyone, 'SettleOffer', { offer: index }, 'offer-still-open');
  },
  'another-item': () => {
    const scene = given();
    const { fed, other, origin, lot } = scene;
    const { depot: site } = equip(scene);
    const oxygen = { symbol: 'OX6', title: 'Oxígeno', unit: 'tubo de 6 m³', cargo: 'oxygen' } as const;
    const item = indexOf(fed.must(other.origin, other.presidium, 'NameItem', oxygen), 'ItemNamed');
    const input = { offer: { book: origin, index: offer(scene, lot, 10, other.origin) }, item, site };
    fed.refuses(other.origin, other.presidium, 'AcceptLot', input, 'another-item');
  },
  'answer-not-sealed': () => {
    const scene = given();
    const { fed, other, origin, lot } = scene;
    const { item, depot: site } = equip(scene);
    const index = offer(scene, lot, 10, other.origin);
    const input = { offer: { book: origin, index }, item, site };
    fed.must(other.origin, other.presidium, 'AcceptLot', input);
    fed.pass({ days: 9 });
    fed.refuses(origin, anyone, 'SettleOffer', { offer: index }, 'answer-not-sealed');
    fed.refuses(other.origin, other.presidium, 'AcceptLot', input, 'already-answered');
  },
  'not-over-declared': () => {
    const scene = given();
    const { index: need } = declare(scene, 30);
    const input = { need, found: 30, countedBy: 'both' } as const;
    scene.fed.refuses(scene.origin, scene.base.presidium, 'RecordOverDeclaration', input, 'not-over-declared');
  },
} satisfies Partial<Record<RefusalCode, () => void>>;
