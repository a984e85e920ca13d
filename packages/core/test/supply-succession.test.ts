// A committee at work whose book is lost in the middle of it: what is under way goes on in the book that goes on from it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type BodyState,
  balanceAt,
  correctionText,
  freeOf,
  type HandOverSaid,
  handOverText,
  outstandingOf,
  shortOf,
  tableEntries,
  tableGet,
  tableValues,
} from '../src/index.ts';
import { indexOf, seal } from './federation/assembly.ts';
import { type Book, fakeSignature } from './federation/book.ts';
import { anyone } from './federation/federation.ts';
import { goOn, successorOf } from './federation/successors.ts';
import {
  adopt,
  adoptRule,
  type Committee,
  committee,
  equip,
  handKey,
  handOver,
  line,
  offer,
  officerSigns,
  receive,
  said,
  signs,
  totalsOf,
} from './federation/supply.ts';

/** A plan for clinic and kitchen of which a trip brings all: the truck is on its way with everything. */
function underWay() {
  const scene = committee();
  const { fed, base, origin, depot, clinic, kitchen, truck, hands } = scene;
  const lot = receive(scene, 200);
  const lines = [
    { lot, site: clinic, quantity: 60 },
    { lot, site: kitchen, quantity: 40 },
  ];
  const rule = adoptRule(scene);
  const plan = adopt(scene, rule, [[...lines, { lot, site: clinic, quantity: 50 }]]);
  const order = { plan, vehicle: truck, hand: hands.get(truck) ?? 0, lines, route: 'Por Senkata' };
  const trip = indexOf(fed.must(origin, base.presidium, 'DispatchTrip', order), 'TripDispatched');
  handOver(scene, said(scene, 'load', 'load', [depot, truck], [line(scene, lot, 100)]));
  return { ...scene, lot, plan, trip, rule };
}

const started = underWay();
type Scene = typeof started;
const given = (): Scene => ({ ...started, fed: started.fed.fork() });
const supplyOf = ({ fed, origin }: Pick<Scene, 'fed' | 'origin'>) => fed.book(origin).state.supply;

/** The scene in the book that goes on, and what an act of the book before is there. */
function lost(scene: Scene): { readonly book: Book; readonly now: Scene; readonly numberOf: (act: number) => number } {
  const book = goOn(scene.fed, scene.origin);
  const numberOf = (act: number): number =>
    book.acts.find(({ data }) => (data as { from?: { index: number } }).from?.index === act)?.index ?? -1;
  const named = ['item', 'depot', 'clinic', 'kitchen', 'truck', 'van', 'lot', 'plan', 'trip', 'rule'] as const;
  const numbers = Object.fromEntries(named.map((name) => [name, numberOf(scene[name])])) as Pick<
    Scene,
    (typeof named)[number]
  >;
  const base = { ...scene.base, origin: book.origin };
  const hands = new Map([...scene.hands].map(([place, hand]) => [numberOf(place), numberOf(hand)] as const));
  return { book, now: { ...scene, ...numbers, base, origin: book.origin, hands }, numberOf };
}

/** With the key that was enrolled in the book before; hands have other numbers now. */
const signsAnew = (before: Scene, { hands }: Scene, [was, place]: readonly [number, number], text: string) => ({
  hand: hands.get(place) ?? -1,
  signature: fakeSignature(handKey(before.origin, was), text),
});

const deliver = (scene: Scene, name: string, site: number, quantity: number): HandOverSaid => ({
  ...said(scene, name, 'deliver', [scene.truck, site], [line(scene, scene.lot, quantity)]),
  trip: scene.trip,
});

test('goods on a trip under way at the loss are in the vehicle in the book that goes on, the trip is under way there, and is driven to its end', () => {
  const scene = given();
  handOver(scene, deliver(scene, 'part', scene.clinic, 20));
  const { book, now } = lost(scene);
  const { supply } = book.state;
  assert.deepEqual(
    [now.depot, now.truck, now.clinic].map((place) => balanceAt(supply, now.lot, place)),
    [100, 80, 20],
  );
  const { fed } = now;
  const claims = (state: BodyState, lot: number) =>
    [freeOf, outstandingOf, shortOf].map((of) => of(state.supply, lot, fed.now));
  assert.deepEqual(claims(book.state, now.lot), claims(fed.book(scene.origin).state, scene.lot));
  const trip = tableGet(supply.trips, now.trip);
  assert.deepEqual(
    [supply.openTrips, trip?.plan, trip?.vehicle, trip?.hand, trip?.lines.map(({ left }) => left)],
    [[now.trip], now.plan, now.truck, now.hands.get(now.truck), [40, 40]],
  );
  assert.deepEqual(trip?.beside, { book: scene.origin, index: scene.trip }, 'its route lies beside the book before');
  for (const [name, was, site] of [
    ['rest', scene.clinic, now.clinic],
    ['kitchen', scene.kitchen, now.kitchen],
  ] as const) {
    const what = deliver(now, name, site, 40);
    const text = handOverText(now.origin, what);
    const giver = signsAnew(scene, now, [scene.truck, now.truck], text);
    const receiver = signsAnew(scene, now, [was, site], text);
    fed.must(now.origin, anyone, 'RecordHandOver', { ...what, giver, receiver });
  }
  fed.must(now.origin, now.base.presidium, 'EndTrip', { trip: now.trip });
  // What the plan still means is sent with another trip, and no more than that.
  const order = { plan: now.plan, vehicle: now.truck, hand: now.hands.get(now.truck) ?? 0 };
  const lines = (quantity: number) => [{ lot: now.lot, site: now.clinic, quantity }];
  const dispatch = { ...order, lines: lines(51), route: 'Por Senkata' };
  fed.refuses(now.origin, now.base.presidium, 'DispatchTrip', dispatch, 'not-so-much-allocated');
  fed.must(now.origin, now.base.presidium, 'DispatchTrip', { ...dispatch, lines: lines(50) });
  assert.deepEqual(totalsOf(book.state.supply, now.lot), { received: 200, atPlaces: 200, lost: 0, passed: 0 });
});

test('what waited for its other side is confirmed in the book that goes on, by the text that was signed for the one before', () => {
  const scene = given();
  const what = { ...deliver(scene, 'alone', scene.clinic, 30), lines: [line(scene, scene.lot, 30, 28)] };
  handOver(scene, what, false);
  // The end of the book that goes on may be lost as well.
  const first = lost(scene);
  const second = lost({ ...first.now, origin: first.book.origin });
  const text = handOverText(scene.origin, what);
  for (const { book, now } of [first, second]) {
    const [[key, stands] = []] = tableEntries(book.state.supply.handOvers);
    const index = Number(key);
    assert.deepEqual(
      [stands?.provisional, stands?.lines[0]?.lot, stands?.written?.book],
      [true, now.lot, scene.origin],
    );
    const confirm = (signed: ReturnType<typeof signs>, to = now) => ({
      ...to,
      fed: to.fed.fork(),
      input: { handOver: index, by: { kind: 'hand', ...signed } } as const,
    });
    const own = confirm(signsAnew(scene, now, [scene.clinic, now.clinic], text));
    const other = confirm(signsAnew(scene, now, [scene.clinic, now.clinic], handOverText(book.origin, what)));
    other.fed.refuses(book.origin, anyone, 'ConfirmHandOver', other.input, 'signature-not-valid');
    indexOf(own.fed.must(book.origin, anyone, 'ConfirmHandOver', own.input), 'HandOverConfirmed');
    // The receiver's phone brings what it signed when the book before still was, with the number that its hand had there.
    const brought = { ...what, receiver: signs(scene, scene.clinic, text) };
    const phone = now.fed.fork();
    indexOf(phone.must(book.origin, anyone, 'RecordHandOver', brought), 'HandOverConfirmed');
    assert.deepEqual(phone.must(book.origin, anyone, 'RecordHandOver', brought).acts, [], 'once');
    const wrong = { ...brought, receiver: { ...brought.receiver, signature: fakeSignature('nobody', text) } };
    now.fed.fork().refuses(book.origin, anyone, 'RecordHandOver', wrong, 'signature-not-valid');
    const another = { ...brought, lines: [line(scene, scene.lot, 30, 27)] };
    now.fed.refuses(book.origin, anyone, 'RecordHandOver', another, 'already-so');
    const officer = officerSigns(scene, text);
    now.fed
      .fork()
      .must(book.origin, anyone, 'ConfirmHandOver', { handOver: index, by: { kind: 'officer', ...officer } });
  }
});

test('what both say otherwise later is corrected in the book that goes on, and what was missing can turn up there', () => {
  const scene = given();
  const what = { ...deliver(scene, 'alone', scene.clinic, 30), lines: [line(scene, scene.lot, 30, 20)] };
  const index = indexOf(handOver(scene, what, false), 'HandOverRecorded');
  const back = { loss: index, lot: scene.lot, at: scene.clinic, quantity: 4, reason: 'estaba' };
  scene.fed.must(scene.origin, scene.base.presidium, 'ReverseLoss', back);
  const { book, now, numberOf } = lost(scene);
  const { fed } = now;
  const handOver_ = numberOf(index);
  const again = { ...back, loss: handOver_, lot: now.lot, at: now.clinic, quantity: 7 };
  fed.refuses(now.origin, now.base.presidium, 'ReverseLoss', again, 'more-than-lost');
  const correct = (received: number) => {
    const lines = [line(now, now.lot, 30, received)];
    const text = correctionText(now.origin, { id: what.id, number: 1, lines });
    const giver = signsAnew(scene, now, [scene.truck, now.truck], text);
    const receiver = signsAnew(scene, now, [scene.clinic, now.clinic], text);
    return { handOver: handOver_, number: 1, lines, giver, receiver };
  };
  fed.refuses(now.origin, anyone, 'CorrectHandOver', correct(27), 'more-than-lost');
  fed.must(now.origin, anyone, 'CorrectHandOver', correct(26));
  assert.deepEqual(totalsOf(book.state.supply, now.lot), { received: 200, atPlaces: 200, lost: 0, passed: 0 });
  assert.equal(balanceAt(book.state.supply, now.lot, now.clinic), 30);
  assert.equal(tableGet(book.state.supply.trips, now.trip)?.lines[0]?.left, 34);
});

test('a plan whose parts were not all in the book frees what it had; one that was replaced goes on for its trips alone', () => {
  const scene = given();
  const { fed, base, origin, lot, kitchen, rule, plan } = scene;
  adopt(scene, rule, [[{ lot, site: kitchen, quantity: 30 }]], plan);
  const half = { rule, problem: 'A'.repeat(43).concat('='), plan: 'A'.repeat(43).concat('=') };
  const parts = [0, 1].map(() => half.plan);
  fed.must(origin, base.presidium, 'AdoptPlan', { ...half, parts });
  const { book, now } = lost(scene);
  assert.deepEqual(
    tableValues(book.state.supply.plans).map(({ ended, parts: all, entered }) => [ended !== null, all.length, entered]),
    [
      [true, 1, [1]],
      [false, 1, [1]],
    ],
  );
  assert.deepEqual(
    [freeOf(book.state.supply, now.lot, fed.now), outstandingOf(book.state.supply, now.lot, fed.now)],
    [freeOf(supplyOf(scene), lot, fed.now), 30],
  );
});

test('invariant 9: the same hand-overs brought before the loss or after it lead to the same ledger, and every lot is somewhere', () => {
  const step = fc.record({
    to: fc.constantFrom('clinic', 'kitchen', 'depot'),
    given: fc.integer({ min: 1, max: 9 }),
    missing: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(8), (steps, end) => {
      const whole = given();
      const split = given();
      const whatOf = (scene: Scene, { to, given: quantity, missing }: (typeof steps)[number], name: string) => {
        const lines = [line(scene, scene.lot, quantity, Math.max(0, quantity - missing))];
        const kind = to === 'depot' ? 'return' : 'deliver';
        const on = to === 'depot' ? {} : { trip: scene.trip };
        return { ...said(scene, name, kind, [scene.truck, scene[to]], lines), ...on };
      };
      for (const [number, one] of steps.entries()) handOver(whole, whatOf(whole, one, `${number}`), number % 2 === 0);
      for (const [number, one] of steps.slice(0, end).entries())
        handOver(split, whatOf(split, one, `${number}`), number % 2 === 0);
      const { book, now } = lost(split);
      for (const [number, one] of steps.entries()) {
        if (number < Math.min(end, steps.length)) continue;
        const what = whatOf(now, one, `${number}`);
        const text = handOverText(now.origin, what);
        const giver = signsAnew(split, now, [split.truck, now.truck], text);
        const receiver = signsAnew(split, now, [split[one.to], now[one.to]], text);
        now.fed.must(now.origin, anyone, 'RecordHandOver', {
          ...what,
          giver,
          ...(number % 2 === 0 ? { receiver } : {}),
        });
      }
      assert.deepEqual(ledgerOf(book.state, now), ledgerOf(whole.fed.book(whole.origin).state, whole));
      // Lost once more: nothing of it changes.
      const there = ({ supply }: BodyState) => tableValues(supply.balances).filter((quantity) => quantity !== 0);
      assert.deepEqual(there(successorOf(book.state, now.fed.now).state), there(book.state));
    }),
    { numRuns: 40 },
  );
});

function ledgerOf({ supply }: BodyState, { fed, lot, trip, depot, truck, clinic, kitchen }: Scene) {
  const { received, atPlaces, lost: gone, passed } = totalsOf(supply, lot);
  assert.equal(received, atPlaces + gone + passed, 'what came in is somewhere');
  return {
    ...{ received, gone, passed },
    places: [depot, truck, clinic, kitchen].map((place) => balanceAt(supply, lot, place)),
    claims: [freeOf, outstandingOf, shortOf].map((of) => of(supply, lot, fed.now)),
    meant: tableGet(supply.allotments, lot)?.map(({ left }) => left),
    trip: tableGet(supply.trips, trip)?.lines.map(({ left }) => left),
    waiting: tableValues(supply.handOvers).filter(({ provisional }) => provisional).length,
  };
}

test('an offer to a book that was lost falls back to whoever made it; what had been accepted before its end is passed on', () => {
  const scene: Committee = given();
  const { fed, other, origin } = scene;
  const lot = receive(scene, 100);
  const there = equip(scene);
  const [open, taken, half] = [30, 20, 10].map((quantity) => offer(scene, lot, quantity, other.origin, 30));
  const accepting = (index = 0) => ({ offer: { book: origin, index }, item: there.item, site: there.depot });
  const accept = (index = 0) =>
    indexOf(fed.must(other.origin, other.presidium, 'AcceptLot', accepting(index)), 'LotAccepted');
  seal(fed, other, accept(taken));
  accept(half);
  const settle = (index = 0) => ({ offer: index });
  fed.refuses(origin, anyone, 'SettleOffer', settle(open), 'offer-still-open');
  // What this table has of the lost book may be less than counts of it.
  const heard = fed.book(other.origin).fork();
  fed.must(other.origin, other.presidium, 'RegisterVehicle', { title: 'Carro', carries: [] });
  const next = goOn(fed, other.origin);
  const whole = fed.book(other.origin);
  fed.books.set(other.origin, heard);
  fed.refuses(origin, anyone, 'SettleOffer', settle(open), 'no-answer-found');
  fed.books.set(other.origin, whole);
  // In the book that goes on it is no offer, or it could be in two.
  fed.refuses(next.origin, other.presidium, 'AcceptLot', accepting(open), 'no-offer-found');
  const lapsed = fed.must(origin, anyone, 'SettleOffer', settle(open));
  assert.deepEqual(
    lapsed.acts.map(({ act, data }) => [act, (data as { succeeded?: string }).succeeded]),
    [['OfferLapsed', next.origin]],
  );
  indexOf(fed.must(origin, anyone, 'SettleOffer', settle(taken)), 'LotPassed');
  fed.refuses(origin, anyone, 'SettleOffer', settle(half), 'answer-not-sealed');
  assert.deepEqual(totalsOf(supplyOf(scene as Scene), lot), { received: 100, atPlaces: 80, lost: 0, passed: 20 });
  assert.equal(freeOf(supplyOf(scene as Scene), lot, fed.now), 70);
});
