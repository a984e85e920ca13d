// The invariants of ARCHITECTURE.md, on federations in which people try anything in any order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Act,
  auditRules,
  type BodyState,
  emptyState,
  evolve,
  plusMonths,
  stateToJson,
  tableEntries,
  tableGet,
} from '../src/index.ts';
import { hasText, namesText } from '../src/sitting/notice.ts';
import type { Book, StoredAct } from './federation/book.ts';
import { attempt, hashOfJson, tries } from './federation/random.ts';
import { playStory } from './federation/story.ts';
import { federationOf, type World } from './federation/upper.ts';

const settled = federationOf({ bases: 3, people: 8 });
const runs = { numRuns: 40, seed: 20050608 };

/** Plays the tries on a fresh copy, calling back after each. */
function afterwards(list: Parameters<typeof attempt>[1][], each: (world: World) => void = () => {}): World {
  const world = { ...settled, fed: settled.fed.fork() };
  for (const one of list) {
    attempt(world, one);
    each(world);
  }
  return world;
}

const booksOf = ({ fed }: World): Book[] => [...fed.books.values()].filter(({ acts }) => acts.length > 0);

let played: readonly World[] | undefined;

/** Played once for all that only looks at what has come of it. */
function worlds(): readonly World[] {
  played ??= fc.sample(tries(300), runs).map((list) => afterwards(list));
  return played;
}

function always(name: string, check: (book: Book, world: World) => void): void {
  const holdsIn = (world: World): void => {
    for (const book of booksOf(world)) check(book, world);
  };
  test(name, () => {
    try {
      for (const world of worlds()) holdsIn(world);
    } catch (error) {
      // Played anew, for the shortest tries that break it.
      fc.assert(
        fc.property(tries(300), (list) => holdsIn(afterwards(list))),
        runs,
      );
      throw error;
    }
  });
}

const of = <N extends Act['act']>(book: Book, name: N) =>
  book.acts.filter((act) => act.act === name) as unknown as (StoredAct & Act<N>)[];

/** The state just before an act. */
function before(book: Book, index: number): BodyState {
  return book.acts.slice(0, index).reduce<BodyState>(evolve, emptyState(book.origin));
}

test('the tries reach deep enough to mean something', (t) => {
  const seen = new Map<string, number>();
  for (const world of worlds())
    for (const book of booksOf(world))
      for (const { act, index } of book.acts)
        if (index >= (settled.fed.book(book.origin).acts.length ?? 0)) seen.set(act, (seen.get(act) ?? 0) + 1);
  t.diagnostic([...seen].map(([act, count]) => `${act} ${count}`).join(', '));
  for (const act of ['SittingConvened', 'SittingOpened', 'MotionTabled', 'VoteOpened', 'VoteClosed', 'SeatAccredited'])
    assert.ok((seen.get(act) ?? 0) > 20, act);
});

always('1. nothing is decided in a sitting without quorum', (book) => {
  for (const { index, data } of of(book, 'VoteOpened')) {
    const sitting = tableGet(before(book, index).sittings, data.sitting);
    assert.equal(sitting?.opened?.quorum.met, true);
  }
});

always('2. each person or seat is counted once in a vote', (book, { fed }) => {
  for (const [vote] of tableEntries(book.state.votes)) {
    const counted = fed.counted(book.origin, Number(vote));
    assert.equal(new Set(counted.map(({ voter }) => voter)).size, counted.length);
  }
  for (const { data } of of(book, 'VoteClosed')) {
    const vote = tableGet(book.state.votes, data.vote);
    const most = vote?.method === 'devices' ? (vote.electorate.count ?? 0) : (vote?.present ?? 0);
    assert.ok(data.turnout <= most, `${data.turnout} of ${most}`);
  }
});

always(
  '3. a seat is accredited only on a sealed election of a proven, affiliated body, in its term',
  (book, { fed }) => {
    for (const { data, at } of of(book, 'SeatAccredited')) {
      const below = fed.book(data.below);
      const election = tableGet(below.state.elections, data.election.index);
      const affiliate = tableGet(book.state.affiliates, data.below);
      assert.ok(election && affiliate && below.state.body?.proven !== null);
      assert.ok(tableGet(below.state.sealed, data.election.index) !== undefined);
      assert.ok(election.from <= at && at < election.until && data.seat <= affiliate.entitlement);
      const seat = election.seats.find((one) => one.seat === data.seat);
      assert.ok(seat?.holder === data.holder || seat?.alternate === data.holder);
    }
  },
);

test('4. from the moment that a recall is presented, that delegate’s vote is in no open vote', () => {
  fc.assert(
    fc.property(tries(300), (list) => {
      afterwards(list, ({ fed, upper }) => {
        const { acts, state } = fed.book(upper.origin);
        const last = acts.at(-1);
        if (last?.act !== 'RecallPresented' && last?.act !== 'AlternateSeated') return;
        const recalled = acts.findLast(({ act }) => act === 'RecallPresented') as StoredAct & Act<'RecallPresented'>;
        const { below, seat, holder } = recalled.data;
        for (const [vote, { closed }] of tableEntries(state.votes))
          if (closed === null)
            for (const ballot of fed.counted(upper.origin, Number(vote)))
              assert.ok(ballot.voter !== `${below}#${seat}` || ballot.holder !== holder);
      });
    }),
    runs,
  );
});

always('5. no term is longer than the statute of its day, and none is lengthened', (book) => {
  for (const { index, data } of of(book, 'OfficersElected')) {
    const months = before(book, index).statute?.rules.terms.officersMonths ?? 0;
    assert.ok(data.until <= plusMonths(data.from, months));
  }
  for (let index = 1; index < book.acts.length; index++) {
    const act = book.acts[index];
    if (act === undefined || act.act === 'OfficersElected') continue;
    if (act.act !== 'StatuteAdopted') continue;
    const state = before(book, index);
    assert.deepEqual(
      tableEntries(evolve(state, act).officers).map(([, officer]) => officer.until),
      tableEntries(state.officers).map(([, officer]) => officer.until),
    );
  }
});

always('6. a pact or a lifting is not in force above before the bases have ratified it', (book) => {
  if (book.state.body?.kind !== 'delegate') return;
  const ratified = new Set(of(book, 'ResolutionRatified').map(({ data }) => data.resolution));
  for (const [key, { matter, status }] of tableEntries(book.state.resolutions))
    if (matter === 'pact' || matter === 'lifting') assert.ok(status !== 'in-force' || ratified.has(Number(key)), key);
  for (const { data } of of(book, 'MeasureLifted')) assert.ok(ratified.has(data.resolution));
});

always('8. an outcome follows from the tallies, and the audit of every honest book is silent', (book) => {
  assert.deepEqual(auditRules(book.origin, book.acts).differences, []);
});

always('10. replayed from nothing, a book gives the same state, byte for byte', (book) => {
  const replayed = book.acts.reduce<BodyState>(evolve, emptyState(book.origin));
  assert.equal(hashOfJson(stateToJson(replayed)), hashOfJson(stateToJson(book.state)));
  assert.deepEqual(replayed, book.state);
});

always('what is not ordinary, an election or a recall is tabled on a text of the notice alone', (book) => {
  for (const { data } of of(book, 'MotionTabled')) {
    const { matter, textHash, sitting } = data;
    if (!namesText(matter)) continue;
    assert.ok(hasText(tableGet(book.state.sittings, sitting)?.notice ?? [], { matter, textHash }), matter);
  }
});

test('11. a refused command changes no state and writes nothing', () => {
  fc.assert(
    fc.property(tries(120), (list) => {
      const world = { ...settled, fed: settled.fed.fork() };
      for (const one of list) {
        const was = booksOf(world).map((book) => [book.state, book.acts.length, book.vault.snapshot()] as const);
        const accepted = world.fed.accepted;
        attempt(world, one);
        if (world.fed.accepted !== accepted) continue;
        for (const [number, book] of booksOf(world).entries()) {
          assert.equal(book.state, was[number]?.[0]);
          assert.equal(book.acts.length, was[number]?.[1]);
          assert.equal(book.vault.snapshot(), was[number]?.[2]);
        }
      }
    }),
    { ...runs, numRuns: 15 },
  );
});

test('the state reads skeletons only: with every disclosure deleted it is the same', () => {
  const { fed } = playStory();
  for (const book of fed.books.values()) {
    const hash = hashOfJson(stateToJson(book.state));
    const bare = book.acts.map(({ act, v, index, at, data }) => ({ act, v, index, at, data }) as Act);
    book.vault.disclosures.clear();
    assert.equal(hashOfJson(stateToJson(bare.reduce<BodyState>(evolve, emptyState(book.origin)))), hash);
  }
});

test('no act names a person: what the vault calls them is nowhere in the books', () => {
  const { fed } = playStory();
  for (const { acts, vault } of fed.books.values()) {
    const skeleton = JSON.stringify(acts);
    for (const { name } of vault.members.values()) assert.ok(!skeleton.includes(name), name);
  }
});
