// The invariants where people elect among candidates, recover lost offices, form committees and divide: everything in any order.
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
import type { Book, StoredAct } from './federation/book.ts';
import { hashOfJson, tries } from './federation/random.ts';
import { play, type Stage } from './federation/stage.ts';
import { committee, committeeStage, splitStage } from './federation/stage-bodies.ts';
import { electionStage } from './federation/stage-elections.ts';
import { recoveryStage } from './federation/stage-recovery.ts';
import type { World } from './federation/upper.ts';

const runs = { numRuns: 25, seed: 20051218 };

const booksOf = ({ fed }: World): Book[] => [...fed.books.values()].filter(({ acts }) => acts.length > 0);

const of = <N extends Act['act']>(book: Book, name: N) =>
  book.acts.filter((act) => act.act === name) as unknown as (StoredAct & Act<N>)[];

const before = (book: Book, index: number): BodyState =>
  book.acts.slice(0, index).reduce<BodyState>(evolve, emptyState(book.origin));

interface Tried {
  readonly most: number;
  /** Acts without which nothing was tried. */
  readonly reaches: readonly Act['act'][];
  readonly check: (world: World) => void;
}

function always(name: string, stage: Stage, { most, reaches, check }: Tried): void {
  test(name, () => {
    const written = new Map<string, number>();
    fc.assert(
      fc.property(tries(most), (list) => {
        const world = stage.given();
        const sizes = new Map(booksOf(world).map(({ origin, acts }) => [origin, acts.length]));
        for (const one of list) play(stage, world, one);
        for (const book of booksOf(world)) {
          for (const { act } of book.acts.slice(sizes.get(book.origin) ?? 0))
            written.set(act, (written.get(act) ?? 0) + 1);
          sound(book);
        }
        check(world);
      }),
      runs,
    );
    for (const act of reaches) assert.ok((written.get(act) ?? 0) > 0, `${act} ${written.get(act) ?? 0}`);
  });
}

/** 1, 5, 8 and 10, whatever was tried. */
function sound(book: Book): void {
  const replayed = book.acts.reduce<BodyState>(evolve, emptyState(book.origin));
  assert.equal(hashOfJson(stateToJson(replayed)), hashOfJson(stateToJson(book.state)));
  assert.deepEqual(auditRules(book.origin, book.acts).differences, []);
  for (const { index, data } of of(book, 'VoteOpened'))
    assert.equal(tableGet(before(book, index).sittings, data.sitting)?.opened?.quorum.met, true);
  for (const { index, data } of of(book, 'OfficersElected')) {
    const months = before(book, index).statute?.rules.terms.officersMonths ?? 0;
    assert.ok(data.until <= plusMonths(data.from, months));
  }
}

test('a refused step writes nothing, whichever procedure it is of (11)', () => {
  fc.assert(
    fc.property(tries(60), (list) => {
      for (const stage of [electionStage, recoveryStage]) {
        const world = stage.given();
        for (const one of list) {
          const was = booksOf(world).map((book) => [book.state, book.vault.snapshot()] as const);
          const { accepted } = world.fed;
          play(stage, world, one);
          if (world.fed.accepted !== accepted) continue;
          for (const [at, book] of booksOf(world).entries())
            assert.deepEqual([book.state, book.vault.snapshot()], was[at]);
        }
      }
    }),
    { ...runs, numRuns: 10 },
  );
});

always(
  'nobody is elected who did not stand, nor twice, nor by more papers than people; whom the papers elect takes the place (2, 8)',
  electionStage,
  {
    most: 100,
    reaches: ['CandidateEntered', 'ElectionCounted', 'OfficersElected', 'LotDrawn'],
    check: ({ fed, bases }) => {
      const book = fed.book(bases[0]?.origin ?? '');
      for (const { index, data } of of(book, 'ElectionCounted')) {
        const { motion, present } = tableGet(book.state.votes, data.vote) ?? { motion: -1, present: 0 };
        const standing = tableGet(before(book, index).candidates, `${motion}.${data.contest}`) ?? [];
        const { valid, blank, invalid, spoilt } = data.papers;
        if (data.agreed) assert.ok(valid + blank + invalid + spoilt <= present);
        assert.ok(data.elected.length <= data.seats);
        assert.equal(new Set(data.elected.map(({ holder }) => holder)).size, data.elected.length);
        for (const { number, holder } of data.elected) {
          assert.equal(standing[number - 1]?.holder, holder);
          assert.equal(standing[number - 1]?.withdrawn, false);
        }
      }
      for (const { index, data } of of(book, 'OfficersElected')) {
        const counted = of(book, 'ElectionCounted').filter((one) => one.index < index && one.data.vote === data.vote);
        const last = new Map(counted.map((one) => [one.data.contest, one.data]));
        for (const { places = [], elected } of last.values())
          for (const [at, office] of places.entries()) {
            const held = data.officers.find((one) => one.office === office)?.holder;
            // A place that fell empty before, and was not filled, is in no later list.
            assert.ok(held === undefined || held === elected[at]?.holder, office);
          }
      }
    },
  },
);

always(
  'an election counts as handed over by those before, or by two bodies that sealed it and against no objection (3)',
  recoveryStage,
  {
    most: 110,
    reaches: ['ElectionAttested', 'RecoveryClaimed', 'RecoveryObjected'],
    check: ({ fed, bases }) => {
      const book = fed.book(bases[0]?.origin ?? '');
      for (const { data, index, at } of of(book, 'RecoveryClaimed')) {
        assert.ok(new Set(data.bodies.map((one) => one.book)).size >= 2);
        assert.ok(data.bodies.filter(({ known }) => known === 'sibling').length <= 1);
        for (const one of data.bodies) {
          const { acts, state } = fed.book(one.book);
          const said = acts[one.index] as unknown as StoredAct & Act<'ElectionAttested'>;
          assert.equal(said.act, 'ElectionAttested');
          assert.ok(tableGet(state.sealed, one.index) !== undefined);
          assert.deepEqual([said.data.election.index, said.data.leaf], [data.election, book.leafOf(data.election)]);
          assert.ok(said.data.signatures >= 5, 'as many as the quorum of the election');
        }
        const keys = before(book, index).attestedBefore?.keys ?? [];
        assert.equal(
          data.due > at,
          keys.some(({ until }) => until > at),
          'whoever has a key and a term has time',
        );
      }
      for (const { data, at } of of(book, 'RecoveryObjected')) {
        const claim = book.acts[data.claim] as unknown as StoredAct & Act<'RecoveryClaimed'>;
        assert.ok(at < claim.data.due);
        assert.ok(before(book, claim.index).attestedBefore?.keys.some(({ key }) => key === data.key));
      }
      const objected = new Set(of(book, 'RecoveryObjected').map(({ data }) => data.claim));
      for (const [claim, { objected: by }] of tableEntries(book.state.recoveries))
        assert.equal(by !== null, objected.has(Number(claim)));
    },
  },
);

always(
  'a committee has the powers that all its parents have sealed alike, and none once one of them has ended it (3)',
  committeeStage,
  {
    most: 60,
    reaches: ['CommitteeFormed', 'ResolutionAdopted', 'CommitteeEnded'],
    check: ({ fed }) => {
      const book = fed.book(committee);
      const [formed] = of(book, 'CommitteeFormed');
      const charter = book.state.body?.charter;
      if (formed === undefined || charter === undefined) {
        assert.equal(of(book, 'VoteOpened').length, 0, 'nothing is decided before it is formed');
        return;
      }
      for (const { body } of formed.data.parents) {
        const own = of(fed.book(body), 'CommitteeFormed').find(
          ({ index, data }) =>
            tableGet(fed.book(body).state.sealed, index) !== undefined && data.textHash === formed.data.textHash,
        );
        assert.ok(own, `${body} has not sealed it`);
      }
      const over = of(book, 'AffiliationEnded')[0]?.index ?? Number.POSITIVE_INFINITY;
      for (const { index, data } of of(book, 'ResolutionAdopted')) {
        assert.ok(index < over, 'over is over');
        assert.ok(charter.matters.includes(data.matter), data.matter);
      }
    },
  },
);

always('dividing a body adds no seats above, however often and by whomever it is shown (3)', splitStage, {
  most: 40,
  reaches: ['BodySplit', 'EntitlementChanged', 'SeatAccredited'],
  check: ({ fed, upper, bases }) => {
    const { affiliates } = fed.book(upper.origin).state;
    const total = tableEntries(affiliates)
      .filter(([, { ended, succeededBy }]) => ended === undefined && succeededBy === undefined)
      .reduce((sum, [, { entitlement }]) => sum + entitlement, 0);
    assert.ok(total <= 2 * bases.length, `${total} seats`);
  },
});
