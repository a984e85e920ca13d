// A committee shares out gas: registers, a vote, a plan, a trip, hand-overs on phones, what is lost and found, lots that change books.
import { handOverText, plusDays, tableGet } from '../../src/index.ts';
import { indexOf, seal } from './assembly.ts';
import { anyone, deviceKey, type Federation } from './federation.ts';
import {
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
  handOver,
  line,
  offer,
  officerSigns,
  receive,
  said,
  signs,
} from './supply.ts';

export function playSupply(): { readonly fed: Federation } {
  const story = committee();
  registers(story);
  needs(story);
  const rule = adoptRule(story);
  const lot = receive(story, 400);
  count(story, 1, [398, 398]);
  count(story, 2, [400, 400]);
  trip(story, rule, lot);
  phones(story, lot);
  offers(story, lot);
  return story;
}

function registers({ fed, base, origin, kitchen, van }: Committee): void {
  const { presidium, secretary } = base;
  const sensitive = { step: 10 };
  fed.must(origin, presidium, 'NameItem', {
    symbol: 'OXI',
    title: 'Oxígeno',
    unit: 'tubo',
    cargo: 'oxygen',
    sensitive,
  });
  const hand = enrol(fed, base, van, deviceKey('otro teléfono'));
  fed.must(origin, presidium, 'WithdrawHand', { hand });
  const [from, until] = [plusDays(fed.now, 1), plusDays(fed.now, 4)];
  const coming = fed.must(origin, secretary, 'AnnounceContingent', {
    people: 6000,
    from,
    until,
    about: 'Mineros de Huanuni',
  });
  fed.must(origin, secretary, 'OfferPlaces', { site: kitchen, what: 'meals', count: 900, from, until });
  fed.must(origin, secretary, 'ReportRoadClosure', { title: 'Apacheta', confirmed: false, from, place: 'km 31' });
  const announcement = indexOf(coming, 'ContingentAnnounced');
  fed.must(origin, secretary, 'WithdrawAnnouncement', { announcement });
  const old = fed.must(origin, presidium, 'RegisterVehicle', { title: 'Moto', carries: [] });
  fed.must(origin, presidium, 'WithdrawVehicle', { vehicle: indexOf(old, 'VehicleRegistered') });
  const shut = fed.must(origin, presidium, 'RegisterSite', {
    title: 'Escuela',
    kind: 'school',
    peopleServed: 0,
    area: 'Distrito 8',
    near: { east: -6816, north: -1654 },
    publish: true,
  });
  fed.must(origin, presidium, 'ChangeSite', {
    site: indexOf(shut, 'SiteRegistered'),
    title: 'Escuela Juana Azurduy',
    peopleServed: 120,
    location: 'Calle 9',
    area: 'Distrito 8',
    near: { east: -6816, north: -1655 },
    publish: true,
  });
  fed.must(origin, presidium, 'CloseSite', { site: indexOf(shut, 'SiteRegistered') });
}

function needs(story: Committee): void {
  const { fed, base, origin } = story;
  const { index: need, text } = declare(story, 60);
  fed.must(origin, anyone, 'CountersignNeed', { need, officer: officerSigns(story, text) });
  fed.must(origin, base.presidium, 'RecordOverDeclaration', { need, found: 40, countedBy: 'both' });
}

function trip(story: Committee, rule: number, lot: number): void {
  const { fed, base, origin, depot, clinic, truck, hands } = story;
  const plan = adopt(story, rule, [
    [{ lot, site: clinic, quantity: 40 }],
    [{ lot, site: story.kitchen, quantity: 30 }],
  ]);
  const lines = [{ lot, site: clinic, quantity: 40 }];
  const sent = { plan, vehicle: truck, lines, hand: hands.get(truck) ?? 0, route: 'Por la Ceja' };
  const index = indexOf(fed.must(origin, base.presidium, 'DispatchTrip', sent), 'TripDispatched');
  handOver(story, said(story, 'loaded', 'load', [depot, truck], [line(story, lot, 40)]));
  const delivered = said(story, 'delivered', 'deliver', [truck, clinic], [line(story, lot, 40, 38)]);
  handOver(story, { ...delivered, trip: index });
  fed.must(origin, base.presidium, 'EndTrip', { trip: index });
}

/** One phone, a relay, another version, a correction, and what an officer writes down. */
function phones(story: Committee, lot: number): void {
  const { fed, base, origin, depot, truck, van, kitchen, clinic } = story;
  const provisional = said(story, 'one phone', 'direct', [depot, clinic], [line(story, lot, 10)]);
  const given = indexOf(handOver(story, provisional, false), 'HandOverRecorded');
  const officer = { kind: 'officer', ...officerSigns(story, handOverText(origin, provisional)) } as const;
  fed.must(origin, anyone, 'ConfirmHandOver', { handOver: given, by: officer });
  handOver(story, said(story, 'van', 'load', [depot, van], [line(story, lot, 20)]));
  handOver(story, said(story, 'relay', 'relay', [van, truck], [line(story, lot, 20)]));
  const brought = said(story, 'pots', 'deliver', [truck, kitchen], [line(story, lot, 20)]);
  const index = indexOf(handOver(story, brought), 'HandOverRecorded');
  const other = { ...brought, lines: [line(story, lot, 20, 15)] };
  const receiver = signs(story, kitchen, handOverText(origin, other));
  fed.must(origin, anyone, 'RecordHandOver', { ...other, receiver });
  fed.must(origin, anyone, 'CorrectHandOver', corrected(story, index, 1, [line(story, lot, 20, 18)]));
  const words = 'La llave del chofer ya no valía.';
  const reported = said(story, 'by word', 'direct', [depot, kitchen], [line(story, lot, 5)]);
  const wrong = indexOf(fed.must(origin, base.presidium, 'ReportHandOver', { ...reported, words }), 'HandOverReported');
  correctReport(story, wrong, [line(story, lot, 6, 5)]);
  const loss = { lot, at: depot, quantity: 3, reason: 'Tres garrafas con fuga.' };
  const lost = indexOf(fed.must(origin, base.presidium, 'RecordLoss', loss), 'LossRecorded');
  const back = { loss: lost, lot, at: depot, quantity: 1, reason: 'Una no tenía fuga.' };
  fed.must(origin, base.presidium, 'ReverseLoss', back);
}

/** One is accepted, one declined, one nobody answers. */
function offers(story: Committee, lot: number): void {
  const { fed, base, other, origin } = story;
  const there = equip(story);
  const taken = offer(story, lot, 50, other.origin);
  const accepted = fed.must(other.origin, other.presidium, 'AcceptLot', {
    offer: { book: origin, index: taken },
    item: there.item,
    site: there.depot,
  });
  seal(fed, other, indexOf(accepted, 'LotAccepted'));
  fed.must(origin, anyone, 'SettleOffer', { offer: taken });
  const refused = offer(story, lot, 20, other.origin);
  const declined = fed.must(other.origin, other.presidium, 'DeclineLot', { offer: { book: origin, index: refused } });
  seal(fed, other, indexOf(declined, 'LotDeclined'));
  fed.must(origin, anyone, 'SettleOffer', { offer: refused });
  const silent = offer(story, lot, 20, other.origin);
  fed.pass({ days: 3 });
  fed.must(other.origin, other.presidium, 'RegisterVehicle', { title: 'Carro', carries: [] });
  fed.must(origin, anyone, 'SettleOffer', { offer: silent });
  if (tableGet(fed.book(origin).state.supply.lots, lot)?.passed !== 50) throw new Error(`${base.origin} passed on 50`);
}
