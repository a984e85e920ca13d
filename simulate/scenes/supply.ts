// A base shares out gas for a fortnight: registers, a voted rule, a plan, trips and hand-overs whose phones come back in any order,
// a lot that another base takes over, or does not.
import { handOverText, plusDays, tableGet } from '@cabildo/core';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { sha256 } from '../../packages/core/test/federation/book.ts';
import { anyone, deviceKey, indexOf } from '../../packages/core/test/federation/federation.ts';
import {
  adopt,
  type Committee,
  committeeAmong,
  corrected,
  count,
  declare,
  enrol,
  equip,
  line,
  officerSigns,
  receive,
  said,
  signs,
} from '../../packages/core/test/federation/supply.ts';
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { actOf, evening, type Playing, sealed, untilAccepted } from './sitting.ts';

export function* sharedOut(sim: Simulation, base: Base, { bases }: District): Playing<void> {
  const [other] = bases.filter(({ origin }) => origin !== base.origin);
  if (other === undefined) return;
  const symbol = `G${sim.step}`;
  const scene = committeeAmong(sim, { base, assembly: other, other }, symbol);
  registers(sim, scene);
  const proposal = { kind: 'adopt-sharing-rule', rule: 'proportional', parameters: sha256(symbol) } as const;
  const [done] = yield* evening(sim, base, [{ matter: 'ordinary', proposal }]);
  const rule = actOf(done, 'SharingRuleAdopted');
  const lot = receive(scene, 300);
  if (sim.chance.happens(0.5)) count(scene, 1, [300 - sim.chance.below(3), 300 - sim.chance.below(3)]);
  yield* needed(sim, scene);
  yield* carried(sim, scene, { rule, lot });
  yield* passedOn(sim, scene, { symbol, lot });
}

function registers(sim: Simulation, { base, origin, van, kitchen }: Committee): void {
  const { presidium } = base;
  const [from, until] = [plusDays(sim.now, 1), plusDays(sim.now, 6)];
  const hand = enrol(sim, base, van, deviceKey(`${origin} ${sim.step}`));
  sim.must(origin, presidium, 'WithdrawHand', { hand });
  sim.must(origin, presidium, 'OfferPlaces', { site: kitchen, what: 'meals', count: 300, from, until });
  sim.must(origin, presidium, 'ReportRoadClosure', { title: 'Puente', confirmed: true, from });
  const coming = sim.must(origin, presidium, 'AnnounceContingent', { people: 200, from, until });
  sim.must(origin, presidium, 'WithdrawAnnouncement', { announcement: indexOf(coming, 'ContingentAnnounced') });
  const school = sim.must(origin, presidium, 'RegisterSite', { title: 'Escuela', kind: 'school', peopleServed: 9 });
  const site = indexOf(school, 'SiteRegistered');
  sim.must(origin, presidium, 'ChangeSite', { site, title: 'Escuela nueva', peopleServed: 12 });
  sim.must(origin, presidium, 'CloseSite', { site });
  const cart = sim.must(origin, presidium, 'RegisterVehicle', { title: 'Carro', carries: [] });
  sim.must(origin, presidium, 'WithdrawVehicle', { vehicle: indexOf(cart, 'VehicleRegistered') });
}

function* needed(sim: Simulation, scene: Committee): Playing<void> {
  const { index: need, text } = declare(scene, 60);
  const officer = officerSigns(scene, text);
  yield* untilAccepted(sim, () => sim.do(scene.origin, anyone, 'CountersignNeed', { need, officer }), 2);
  sim.do(scene.origin, scene.base.presidium, 'RecordOverDeclaration', { need, found: 40, countedBy: 'committee' });
}

interface Carrying {
  readonly rule: number;
  readonly lot: number;
}

/** What phones have, they bring in whatever order, and some of it more than once. */
function* carried(sim: Simulation, scene: Committee, { rule, lot }: Carrying): Playing<void> {
  const { origin, base, depot, clinic, kitchen, truck, van, hands } = scene;
  const plan = adopt(scene, rule, [[{ lot, site: clinic, quantity: 40 }]]);
  const lines = [{ lot, site: clinic, quantity: 40 }];
  const sent = { plan, vehicle: truck, lines, hand: hands.get(truck) ?? 0 };
  const trip = indexOf(sim.must(origin, base.presidium, 'DispatchTrip', sent), 'TripDispatched');
  const name = (what: string) => `${origin} ${sim.step} ${what}`;
  const pots = said(scene, name('pots'), 'direct', [depot, kitchen], [line(scene, lot, 9)]);
  const whats = [
    said(scene, name('load'), 'load', [depot, van], [line(scene, lot, 40)]),
    said(scene, name('relay'), 'relay', [van, truck], [line(scene, lot, 40, 39)]),
    { ...said(scene, name('deliver'), 'deliver', [truck, clinic], [line(scene, lot, 39)]), trip },
    pots,
  ];
  const pending = [...whats, ...whats].toSorted(() => sim.chance.below(3) - 1);
  for (const what of pending) {
    const text = handOverText(origin, what);
    const receiver = sim.chance.happens(0.7) ? { receiver: signs(scene, what.to, text) } : {};
    sim.do(origin, anyone, 'RecordHandOver', { ...what, giver: signs(scene, what.from, text), ...receiver });
    yield sim.chance.below(90);
  }
  const deliveries = sim.book(origin).acts.filter(({ act }) => act === 'HandOverRecorded');
  const index = deliveries.at(-1)?.index ?? 0;
  const by = { kind: 'officer', ...officerSigns(scene, handOverText(origin, pots)) } as const;
  for (const { index: handOver } of deliveries) sim.do(origin, anyone, 'ConfirmHandOver', { handOver, by });
  const other = { ...pots, lines: [line(scene, lot, 9, 7)] };
  const giver = signs(scene, depot, handOverText(origin, other));
  sim.do(origin, anyone, 'RecordHandOver', { ...other, giver });
  sim.do(origin, anyone, 'CorrectHandOver', corrected(scene, index, 1, [line(scene, lot, 8)]));
  const reported = said(scene, name('by word'), 'direct', [depot, kitchen], [line(scene, lot, 5)]);
  const written = sim.must(origin, base.presidium, 'ReportHandOver', { ...reported, words: 'Sin llave.' });
  const wrong = indexOf(written, 'HandOverReported');
  const otherwise = { handOver: wrong, number: 1, lines: [line(scene, lot, 6, 5)], words: 'Eran seis.' };
  sim.do(origin, base.presidium, 'ProposeReportCorrection', otherwise);
  const proposal = tableGet(sim.book(origin).state.supply.handOvers, wrong)?.proposed?.act ?? 0;
  sim.do(origin, base.secretary, 'SignReportCorrection', { handOver: wrong, proposal });
  sim.must(origin, base.presidium, 'EndTrip', { trip });
  const lost = sim.must(origin, base.presidium, 'RecordLoss', { lot, at: depot, quantity: 4, reason: 'Fuga.' });
  const back = { loss: indexOf(lost, 'LossRecorded'), lot, at: depot, quantity: 1, reason: 'Una no.' };
  sim.must(origin, base.presidium, 'ReverseLoss', back);
}

/** Accepted, declined, or nobody answers: what becomes of it the offerer hears from the other book. */
function* passedOn(sim: Simulation, scene: Committee, { symbol, lot }: { symbol: string; lot: number }): Playing<void> {
  const { origin, base, other, depot } = scene;
  const { item, depot: site } = equip(scene, symbol);
  for (const answer of ['accept', 'decline', 'silence'] as const) {
    const input = { lot, site: depot, quantity: 5, to: other.origin, until: plusDays(sim.now, 3) };
    const index = indexOf(sim.must(origin, base.presidium, 'OfferLot', input), 'LotOffered');
    yield* sealed(sim, base, index);
    const offer = { book: origin, index };
    const answers = {
      accept: () => sim.do(other.origin, other.presidium, 'AcceptLot', { offer, item, site }),
      decline: () => sim.do(other.origin, other.presidium, 'DeclineLot', { offer }),
      silence: () => sim.do(other.origin, other.presidium, 'CloseSite', { site }),
    };
    yield* untilAccepted(sim, answers[answer], 3);
    const acts = sim.book(other.origin).acts;
    const said = acts.findLast(({ act }) => act === 'LotAccepted' || act === 'LotDeclined');
    if (answer !== 'silence' && said !== undefined) yield* sealed(sim, other, said.index);
    if (answer === 'silence') {
      yield 4 * 24 * 60;
      sim.do(other.origin, other.presidium, 'RegisterVehicle', { title: 'Carro', carries: [] });
    }
    yield* untilAccepted(sim, () => sim.do(origin, anyone, 'SettleOffer', { offer: index }), 4);
  }
}
