// What a teller's phone works out by itself: whose turn it is, and whether papers add up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Live, LiveCount, LiveVote } from '../src/live-answer.ts';
import { delegationsIn } from '../src/teller/delegations.ts';
import { countName, doorIsDue, mayEnter, needsHands, roundDue, standingOf } from '../src/teller/due.ts';
import { difference, noPapers, readLines } from '../src/teller/papers-sum.ts';

const count = (entered: 0 | 1 | 2, agree: boolean | null = null, recount = false, round = 1): LiveCount => ({
  entered,
  agree,
  recount,
  round,
});

test('a teller learns that the other has entered, never more, and gives one number a round', () => {
  for (const [of, mine, standing, may] of [
    [count(0), 0, 'first', true],
    [count(1), 0, 'second', true],
    [count(1), 1, 'given', false],
    [count(2, true), 1, 'agree', false],
    [count(2, true), 0, 'agree', false],
    [count(2, false), 1, 'differ', false],
    [count(2, false, true), 1, 'recount', false],
    [count(2, false, true), 0, 'recount', true],
    [count(1, null, false, 2), 1, 'second', true],
    [count(1, null, false, 2), 2, 'given', false],
  ] as const) {
    const found = standingOf(of, mine);
    assert.equal(found, standing, JSON.stringify(of));
    assert.equal(mayEnter(found, mine), may, JSON.stringify(of));
  }
});

test('after two that differ the next round is counted, unless both stand for good', () => {
  assert.equal(roundDue(count(2, false, true, 1)), 2);
  assert.equal(roundDue(count(2, false, false, 2)), 2);
  assert.equal(roundDue(count(1, null, false, 3)), 3);
});

const live = (change: Partial<Live>): Live =>
  ({
    delegates: false,
    phase: 'convened',
    present: null,
    quorum: { challenged: false },
    door: count(0),
    ...change,
  }) as Live;

test('the door is counted before the opening, where two differ, and where the quorum is doubted', () => {
  assert.equal(doorIsDue(live({})), true);
  const counted = { present: 31, phase: 'open', door: { ...count(2, true), checkedIn: 3 } } as const;
  assert.equal(doorIsDue(live(counted)), false);
  assert.equal(doorIsDue(live({ ...counted, quorum: { challenged: true } as Live['quorum'] })), true);
  assert.equal(doorIsDue(live({ ...counted, door: { ...count(1, null, false, 2), checkedIn: 3 } })), true);
  assert.equal(doorIsDue(live({ phase: 'closed' })), false);
  assert.equal(doorIsDue(live({ delegates: true })), false, 'seats are accredited');
});

test('hands are counted in a vote by hands, and in a mixed one where somebody has a card', () => {
  const vote = (method: string, hands: number | null) =>
    ({ method, channels: hands === null ? null : { hands, phones: 2, papers: 0 } }) as LiveVote;
  assert.deepEqual([vote('hands', null), vote('mixed', 3), vote('mixed', 0), vote('devices', null)].map(needsHands), [
    true,
    true,
    false,
    false,
  ]);
});

test('each count is called otherwise', () => {
  const names = [
    countName({ of: 'door' }),
    countName({ of: 'block', vote: 5, block: 'norte' }),
    countName({ of: 'block', vote: 5, block: 'sur' }),
    countName({ of: 'block', vote: 6, block: 'norte' }),
    countName({ of: 'urn', vote: 5 }),
    countName({ of: 'papers', vote: 5, contest: 1 }),
    countName({ of: 'cards', vote: 5, below: 'n/a' }),
  ];
  assert.equal(new Set(names).size, names.length);
});

test('piles add up to the papers, or it is said how many are missing or too many', () => {
  assert.equal(difference(noPapers), 0);
  const piles = fc.record({
    yes: fc.nat(500),
    no: fc.nat(500),
    abstain: fc.nat(99),
    blank: fc.nat(9),
    spoilt: fc.nat(9),
  });
  fc.assert(
    fc.property(piles, fc.integer({ min: -20, max: 20 }), (pile, off) => {
      const sum = Object.values(pile).reduce((all, one) => all + one, 0);
      assert.equal(difference({ ...pile, papers: sum + off }), off);
    }),
  );
});

test('typed papers are read line by line, and the first that cannot be is named', () => {
  assert.deepEqual(readLines('3 2 1 0\n\n 12 1 0 \n1 0'), { ok: true, papers: 16 });
  assert.deepEqual(readLines('1 2=3 1 0'), { ok: true, papers: 1 });
  assert.deepEqual(readLines(''), { ok: true, papers: 0 });
  for (const wrong of ['3 2 1', 'tres 1 0', '3 2 0 1', '-1 1 0', '2,1 0'])
    assert.deepEqual(readLines(`1 1 0\n${wrong}`), { ok: false, line: 2 }, wrong);
});

test('seats are called body by body, and only those of this sitting', () => {
  const seat = (below: string, number: number, sitting = 7, vacant = false) => ({
    below,
    seat: number,
    sitting,
    vacant,
  });
  const { seats, nameOf } = delegationsIn(
    {
      state: {
        seats: {
          a: seat('n/b', 2),
          b: seat('n/b', 1),
          c: seat('n/a', 1),
          d: seat('n/a', 2, 8),
          e: seat('n/a', 3, 7, true),
        },
        affiliates: { 'n/a': { title: 'Junta A' } },
      },
    },
    7,
  );
  assert.deepEqual(
    seats.map(({ below, seat: number }) => `${below}#${number}`),
    ['n/a#1', 'n/b#1', 'n/b#2'],
  );
  assert.deepEqual([nameOf('n/a'), nameOf('n/b')], ['Junta A', 'b']);
});
