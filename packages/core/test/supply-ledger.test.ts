// Invariant 9, and that a lot is one committee's: properties over whatever order things come in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Act,
  answerNeed,
  type BodyState,
  balanceAt,
  type Command,
  correctionText,
  evolve,
  freeOf,
  handOverText,
  itemAt,
  needs,
  outstandingOf,
  plusDays,
  tableEntries,
  tableGet,
  tableValues,
} from '../src/index.ts';
import { indexOf, seal } from './federation/assembly.ts';
import type { Book, StoredAct } from './federation/book.ts';
import { anyone, type Federation } from './federation/federation.ts';
import { successorOf } from './federation/successors.ts';
import {
  adoptRule,
  type Committee,
  committee,
  equip,
  line,
  planOf,
  receive,
  said,
  signs,
  totalsOf,
} from './federation/supply.ts';

const settled = committee();
const given = (): Committee => ({ ...settled, fed: settled.fed.fork() });
const supplyOf = ({ fed, origin }: Pick<Committee, 'fed' | 'origin'>) => fed.book(origin).state.supply;

/** What acts of goods say, as whoever reads them from a file would take it. */
interface Said {
  readonly lot: number;
  readonly site: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly quantity: number;
  readonly handOver: number;
  readonly offer: number;
  readonly lines: readonly { readonly lot: number; readonly given: number; readonly received: number }[];
  readonly missing: readonly { readonly lot: number; readonly quantity: number }[];
}

const saidBy = (act: StoredAct | undefined): Said => act?.data as unknown as Said;

/** What the book's acts say, added up from the list and from nothing else. */
function naive(acts: readonly StoredAct[], lot: number) {
  const at = new Map<string, number>();
  const move = (from: string | number, to: string | number, quantity: number) => {
    at.set(`${from}`, (at.get(`${from}`) ?? 0) - quantity);
    at.set(`${to}`, (at.get(`${to}`) ?? 0) + quantity);
  };
  const standing = new Map<number, Said['lines']>();
  for (const act of acts) {
    const { index, act: name } = act;
    const one = saidBy(act);
    if (name === 'LotReceived' && index === lot) move('outside', one.site, one.quantity);
    if (name === 'HandOverRecorded' || name === 'HandOverReported') standing.set(index, one.lines);
    if (name === 'HandOverCorrected' || name === 'ReportCorrected') standing.set(one.handOver, one.lines);
    if (name === 'LossRecorded' && one.lot === lot) move(one.at, 'lost', one.quantity);
    if (name === 'LossReversed' && one.lot === lot) move('lost', one.at, one.quantity);
    if (name === 'StockCounted')
      for (const gone of one.missing) if (gone.lot === lot) move(one.site, 'lost', gone.quantity);
    const offered = name === 'LotPassed' ? saidBy(acts[one.offer]) : undefined;
    if (offered?.lot === lot) move(offered.site, 'passed', offered.quantity);
  }
  for (const [index, lines] of standing) {
    const { from, to } = saidBy(acts[index]);
    for (const one of lines.filter((line) => line.lot === lot)) {
      move(from, to, one.received);
      move(from, 'lost', one.given - one.received);
    }
  }
  return at;
}

const kinds = [
  ['load', 'depot', 'truck'],
  ['load', 'depot', 'van'],
  ['relay', 'van', 'truck'],
  ['deliver', 'truck', 'clinic'],
  ['deliver', 'van', 'kitchen'],
  ['direct', 'depot', 'kitchen'],
  ['return', 'truck', 'depot'],
] as const;

const step = fc.record({
  way: fc.nat(kinds.length - 1),
  lot: fc.nat(1),
  given: fc.integer({ min: 1, max: 60 }),
  missing: fc.nat(5),
  both: fc.boolean(),
  correctedTo: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type Send = (scene: Committee) => boolean;

/** Everything that phones will bring of these hand-overs, each as something that may be tried at any time. */
function sendings(scene: Committee, lots: readonly number[], steps: readonly Step[]): Send[] {
  return steps.flatMap(({ way, lot, given: quantity, missing, both, correctedTo }, number) => {
    const [kind, from, to] = kinds[way] ?? kinds[0];
    const received = Math.max(0, quantity - missing);
    const lines = [line(scene, lots[lot] ?? 0, quantity, received)];
    const what = said(scene, `step ${number}`, kind, [scene[from], scene[to]], lines);
    const text = handOverText(scene.origin, what);
    const alone = { ...what, giver: signs(scene, what.from, text) };
    const receiver = signs(scene, what.to, text);
    const bring =
      (input: typeof alone): Send =>
      ({ fed, origin }) =>
        fed.do(origin, anyone, 'RecordHandOver', input).ok;
    const correct: Send = (now) => {
      const index = tableGet(supplyOf(now).handOverIds, what.id);
      if (index === undefined || correctedTo === undefined) return false;
      const other = [line(now, lots[lot] ?? 0, correctedTo)];
      const text = correctionText(now.origin, { id: what.id, number: 1, lines: other });
      const signed = { giver: signs(now, what.from, text), receiver: signs(now, what.to, text) };
      return now.fed.do(now.origin, anyone, 'CorrectHandOver', { handOver: index, number: 1, lines: other, ...signed })
        .ok;
    };
    return [
      bring(alone),
      ...(both ? [bring({ ...alone, receiver } as typeof alone)] : []),
      ...(correctedTo === undefined ? [] : [correct]),
      ...reportings(
        scene,
        { ...what, id: said(scene, `report ${number}`, kind, [what.from, what.to], lines).id },
        correctedTo,
      ),
    ];
  });
}

/** The same written down by an officer without any key, and put right by two; what is not confirmed stays open to it. */
function reportings({ base }: Committee, what: ReturnType<typeof said>, correctedTo: number | undefined): Send[] {
  const report: Send = ({ fed, origin }) =>
    fed.do(origin, base.presidium, 'ReportHandOver', { ...what, words: 'Sin llave.' }).ok;
  if (correctedTo === undefined) return [report];
  const lot = what.lines[0]?.lot ?? 0;
  const standing = (now: Committee) => tableGet(supplyOf(now).handOverIds, what.id) ?? 0;
  const propose: Send = (now) =>
    now.fed.do(now.origin, base.secretary, 'ProposeReportCorrection', {
      ...{ handOver: standing(now), number: 1, words: 'Se anotó mal.' },
      lines: [line(now, lot, correctedTo)],
    }).ok;
  const sign: Send = (now) => {
    const handOver = standing(now);
    const proposal = tableGet(supplyOf(now).handOvers, handOver)?.proposed?.act ?? 0;
    return now.fed.do(now.origin, base.presidium, 'SignReportCorrection', { handOver, proposal }).ok;
  };
  return [report, propose, sign];
}

/** In that order, some of them twice; whatever is refused is tried again later, until it is taken or nothing moves any more. */
function bringAll(scene: Committee, sends: readonly Send[], order: readonly number[]): void {
  const shuffled = sends
    .map((send, number) => ({ send, at: order[number % Math.max(1, order.length)] ?? 0, number }))
    .sort((a, b) => a.at - b.at || a.number - b.number)
    .map(({ send }) => send);
  let left = [...shuffled, ...shuffled.filter((_, number) => number % 3 === 0)];
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    left = left.filter((send) => !send(scene));
  }
}

function assertConserved(scene: Committee, lots: readonly number[]): void {
  const { acts } = scene.fed.book(scene.origin);
  for (const lot of lots) {
    const { received, atPlaces, lost, passed } = totalsOf(supplyOf(scene), lot);
    assert.equal(received, atPlaces + lost + passed, 'what came in is somewhere');
    assert.ok(lost >= 0 && passed >= 0, 'nothing turns up that was not lost');
    const second = naive(acts, lot);
    assert.equal(lost, second.get('lost') ?? 0);
    assert.equal(passed, second.get('passed') ?? 0);
    assert.equal(received, -(second.get('outside') ?? 0));
    for (const place of [scene.depot, scene.truck, scene.van, scene.clinic, scene.kitchen])
      assert.equal(balanceAt(supplyOf(scene), lot, place), second.get(String(place)) ?? 0, `place ${place}`);
  }
  for (const { quantity, reversed } of tableValues(supplyOf(scene).writtenOff))
    assert.ok(reversed <= quantity, 'of each loss no more turns up than it was');
}

const places = (scene: Committee, lots: readonly number[]) =>
  lots.map((lot) => [
    ...[scene.depot, scene.truck, scene.van, scene.clinic, scene.kitchen].map((place) =>
      balanceAt(supplyOf(scene), lot, place),
    ),
    totalsOf(supplyOf(scene), lot).lost,
  ]);

test('invariant 9: in any order of arrival, with duplicates, corrections and retries, the ledger is the same and adds up as a list does', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 12 }),
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }),
      (steps, order) => {
        const [one, other] = [given(), given()];
        const lots = [receive(one, 500), receive(one, 300)];
        assert.deepEqual([receive(other, 500), receive(other, 300)], lots);
        bringAll(one, sendings(one, lots, steps), [0]);
        bringAll(other, sendings(other, lots, steps), order);
        assertConserved(one, lots);
        assertConserved(other, lots);
        assert.deepEqual(places(one, lots), places(other, lots));
      },
    ),
    { numRuns: 60 },
  );
});

test('invariant 9 holds with losses, counts and lots passed on among the hand-overs', () => {
  const more = fc.tuple(fc.constantFrom('loss', 'back', 'count', 'offer', 'settle'), fc.integer({ min: 1, max: 50 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.array(more, { maxLength: 8 }), (steps, others) => {
      const scene = given();
      const lots = [receive(scene, 500), receive(scene, 300)];
      const there = equip(scene);
      const sends = sendings(scene, lots, steps);
      for (const [number, send] of sends.entries()) {
        send(scene);
        const [what, quantity] = others[number % Math.max(1, others.length)] ?? ['loss', 1];
        attempt(scene, { what, quantity, lot: lots[0] ?? 0, there });
        assertConserved(scene, lots);
      }
    }),
    { numRuns: 30 },
  );
});

test('invariant 9 holds across a succession at any point: what the last known head has is in the book that goes on, where it was, and what is offered stays reserved', () => {
  const more = fc.tuple(fc.constantFrom('loss', 'back', 'count', 'offer', 'settle'), fc.integer({ min: 1, max: 50 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.array(more, { maxLength: 8 }), (steps, others) => {
      const scene = given();
      const lots = [receive(scene, 500), receive(scene, 300)];
      const there = equip(scene);
      for (const [number, send] of sendings(scene, lots, steps).entries()) {
        send(scene);
        const [what, quantity] = others[number % Math.max(1, others.length)] ?? ['loss', 1];
        attempt(scene, { what, quantity, lot: lots[0] ?? 0, there });
      }
      const { state } = scene.fed.book(scene.origin);
      const first = successorOf(state, scene.fed.now).state;
      // The end of the second book may be lost as well.
      for (const next of [first, successorOf(first, scene.fed.now).state]) {
        assert.deepEqual(inWords(next, scene.fed.now), inWords(state, scene.fed.now));
        for (const [key, { received, lost, passed }] of tableEntries(next.supply.lots)) {
          const places = tableGet(next.supply.placesOf, key) ?? [];
          const atPlaces = places.reduce((sum, place) => sum + balanceAt(next.supply, Number(key), place), 0);
          assert.equal(received, atPlaces + lost + passed, 'what came in is somewhere');
        }
      }
    }),
    { numRuns: 30 },
  );
});

/** By titles, as numbers of acts are others in every book. */
function inWords({ supply, origin }: BodyState, at: string) {
  const titled = new Map(
    [...tableEntries(supply.sites), ...tableEntries(supply.vehicles)].map(([k, v]) => [k, v.title]),
  );
  return {
    places: [...titled.values()],
    lots: tableEntries(supply.lots).map(([key, { item, site, ...lot }]) => ({
      ...lot,
      item: tableGet(supply.items, item)?.symbol,
      site: titled.get(String(site)),
      free: freeOf(supply, Number(key), at),
      at: (tableGet(supply.placesOf, key) ?? [])
        .map((place) => [titled.get(String(place)), balanceAt(supply, Number(key), place)] as const)
        .filter(([, quantity]) => quantity !== 0),
    })),
    offers: tableEntries(supply.offers)
      .filter(([, { state }]) => state === 'open')
      .map(([key, { to, quantity, name }]) => ({ to, quantity, name: name ?? { book: origin, index: Number(key) } })),
  };
}

test('what was offered before a succession is accepted under its old name, and leaves the book that goes on: it is in one book', () => {
  const scene = given();
  const { fed, base, other, origin, depot } = scene;
  const lot = receive(scene, 100);
  const there = equip(scene);
  const input = { lot, site: depot, quantity: 40, to: other.origin, until: plusDays(fed.now, 1) };
  const offer = indexOf(fed.must(origin, base.presidium, 'OfferLot', input), 'LotOffered');
  seal(fed, base, offer);
  const { state, carried, first } = successorOf(fed.book(origin).state, fed.now);
  const number = first + carried.findIndex(({ what }) => what.kind === 'offer');
  // Nobody has sealed it here: under its new number it is no offer, or it could be accepted twice.
  const again = { fact: 'lot-offer', book: state.origin, index: number, to: other.origin } as const;
  assert.equal(
    answerNeed(
      state,
      again,
      () => fed.now,
      () => '',
    ),
    null,
  );
  const accepting = { offer: { book: origin, index: offer }, item: there.item, site: there.depot };
  fed.must(other.origin, other.presidium, 'AcceptLot', accepting);
  const settle = { name: 'SettleOffer', input: { offer: number } } as unknown as Command;
  const wanted = needs(state, settle, anyone, fed.now);
  const asked = { fact: 'lot-answer', of: origin, index: offer };
  assert.deepEqual(wanted, [
    { ...asked, book: other.origin },
    { ...asked, book: `${other.origin}~2` },
  ]);
  const passed = evolve(state, {
    ...{ act: 'LotPassed', v: 1, index: state.size, at: fed.now },
    data: { offer: number, acceptance: { book: other.origin, index: 0 } },
  } as unknown as Act);
  const [[, left] = []] = tableEntries(passed.supply.lots);
  assert.deepEqual([left?.received, left?.passed], [100, 40]);
});

interface Attempt {
  readonly what: 'loss' | 'back' | 'count' | 'offer' | 'settle';
  readonly quantity: number;
  readonly lot: number;
  readonly there: { readonly item: number; readonly depot: number };
}

/** Some of it is refused: that changes nothing either. */
function attempt(scene: Committee, { what, quantity, lot, there }: Attempt): void {
  const { fed, base, other, origin, depot, item } = scene;
  const acts = fed.book(origin).acts;
  const last = (...names: string[]): number => acts.findLast(({ act }) => names.includes(act))?.index ?? 0;
  if (what === 'loss') {
    const input = { lot, at: depot, quantity: quantity * 10, reason: 'fuga' };
    if (fed.do(origin, base.presidium, 'RecordLoss', input).ok)
      assert.ok(balanceAt(supplyOf(scene), lot, depot) >= 0, 'only what is there is lost');
  }
  if (what === 'back') {
    // Of a loss, a count or a hand-over that some of it was missing from.
    const loss = quantity % 2 === 0 ? last('LossRecorded', 'StockCounted') : last('HandOverRecorded');
    fed.do(origin, base.presidium, 'ReverseLoss', {
      loss,
      lot,
      at: depot,
      quantity: 1 + (quantity % 5),
      reason: 'estaba',
    });
  }
  if (what === 'count') {
    const round = acts.filter(({ act }) => act === 'StockCounted').length + 1;
    for (const teller of [base.presidium, base.secretary])
      fed.do(origin, teller, 'CountStock', { site: depot, item, round, found: quantity * 10 });
    assert.equal(itemAt(supplyOf(scene), item, depot), quantity * 10, 'there is what was counted');
  }
  if (what === 'offer') {
    const input = { lot, site: depot, quantity, to: other.origin, until: plusDays(fed.now, 1) };
    const offered = fed.do(origin, base.presidium, 'OfferLot', input);
    if (offered.done !== undefined) seal(fed, base, indexOf(offered.done, 'LotOffered'));
  }
  if (what === 'settle') {
    const index = last('LotOffered');
    const input = { offer: { book: origin, index }, item: there.item, site: there.depot };
    const accepted = fed.do(other.origin, other.presidium, 'AcceptLot', input);
    if (accepted.done !== undefined) seal(fed, other, indexOf(accepted.done, 'LotAccepted'));
    fed.do(origin, anyone, 'SettleOffer', { offer: index });
  }
}

/** Of one lot of a hundred: what each book lets its own officers allocate or has allocated, at that moment. */
function claimed(fed: Federation, { origin, other }: Committee, lot: number): number {
  const own = fed.book(origin).state.supply;
  const theirs = fed.book(other.origin).state.supply;
  const accepted = fed
    .book(other.origin)
    .acts.flatMap(({ act, index }) => (act === 'LotAccepted' ? [totalsOf(theirs, index).received] : []))
    .reduce((sum, one) => sum + one, 0);
  return freeOf(own, lot, fed.now) + outstandingOf(own, lot, fed.now) + accepted;
}

test('two committees never both have the same lot, in any order of offers, acceptances, refusals, retries and time', () => {
  const moves = fc.array(
    fc.record({
      what: fc.constantFrom(...moveNames),
      which: fc.nat(3),
      quantity: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 60, size: 'max' },
  );
  const start = given();
  const rule = adoptRule(start);
  const lot = receive(start, 100);
  const there = equip(start);
  fc.assert(
    fc.property(moves, (steps) => {
      const scene: Committee = { ...start, fed: start.fed.fork() };
      const heard = { here: scene.fed.book(scene.other.origin).fork(), there: scene.fed.book(scene.origin).fork() };
      for (const one of [...offered, ...steps]) {
        if (one.what === 'hearThere') heard.there = scene.fed.book(scene.origin).fork();
        if (one.what === 'hearHere') heard.here = scene.fed.book(scene.other.origin).fork();
        moveOn(scene, one, { lot, rule, there, heard });
        assert.ok(claimed(scene.fed, scene, lot) <= 100, `nobody has more than there is after ${one.what}`);
      }
    }),
    { numRuns: 400 },
  );
});

const moveNames = [
  'offer',
  'seal',
  'hearThere',
  'accept',
  'decline',
  'sealThere',
  'hearHere',
  'settle',
  'wait',
  'stir',
  'allocate',
] as const;

/** Each run begins with an offer that the other body has heard of: what follows is what can go wrong. */
const offered: readonly Move[] = (['offer', 'seal', 'hearThere'] as const).map((what) => ({
  what,
  which: 0,
  quantity: 60,
}));

interface Move {
  readonly what: (typeof moveNames)[number];
  readonly which: number;
  readonly quantity: number;
}

interface World {
  readonly lot: number;
  readonly rule: number;
  readonly there: { readonly item: number; readonly depot: number };
  /** What each node has of the other's book: never more than there is, often less. */
  readonly heard: { readonly here: Book; readonly there: Book };
}

/** As on two nodes: what is asked of the other book is answered by the copy that was last heard of. */
function withCopy(fed: Federation, copy: Book, work: () => void): void {
  const real = fed.book(copy.origin);
  fed.books.set(copy.origin, copy);
  work();
  fed.books.set(copy.origin, real);
}

function moveOn(scene: Committee, { what, which, quantity }: Move, { lot, rule, there, heard }: World): void {
  const { fed, base, other, origin, depot, clinic } = scene;
  const written = (book: string, ...names: string[]) =>
    fed.book(book).acts.flatMap(({ act, index }) => (names.includes(act) ? [index] : []));
  const offers = written(origin, 'LotOffered');
  const index = offers[which % Math.max(1, offers.length)] ?? 0;
  const answers = written(other.origin, 'LotAccepted', 'LotDeclined');
  const answer = answers[which % Math.max(1, answers.length)];
  const there_ = { book: origin, index };
  const unsealed = (body: typeof base, act: number): boolean =>
    tableGet(fed.book(body.origin).state.sealed, act) === undefined;
  if (what === 'offer')
    fed.do(origin, base.presidium, 'OfferLot', {
      lot,
      site: depot,
      quantity,
      to: other.origin,
      until: plusDays(fed.now, 1 + which),
    });
  if (what === 'seal' && offers.length > 0 && unsealed(base, index)) seal(fed, base, index);
  if (what === 'accept')
    withCopy(fed, heard.there, () => {
      fed.do(other.origin, other.presidium, 'AcceptLot', { offer: there_, item: there.item, site: there.depot });
    });
  if (what === 'decline')
    withCopy(fed, heard.there, () => {
      fed.do(other.origin, other.presidium, 'DeclineLot', { offer: there_ });
    });
  if (what === 'sealThere' && answer !== undefined && unsealed(other, answer)) seal(fed, other, answer);
  if (what === 'settle')
    withCopy(fed, heard.here, () => {
      fed.do(origin, anyone, 'SettleOffer', { offer: index });
    });
  if (what === 'wait') fed.pass({ hours: 9 * (which + 1) });
  if (what === 'stir') fed.do(other.origin, other.presidium, 'RegisterVehicle', { title: 'Carro', carries: [] });
  if (what === 'allocate') {
    const lines = [{ lot, site: clinic, quantity }];
    const adopted = fed.do(origin, base.presidium, 'AdoptPlan', planOf(rule, [lines]));
    if (adopted.done === undefined) return;
    fed.do(origin, base.presidium, 'EnterAllocation', { plan: indexOf(adopted.done, 'PlanAdopted'), part: 1, lines });
  }
}
