// How far tellers are, told without what they saw.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type BodyState, type EntriesOfVote, progressOf, tableGet } from '../src/index.ts';
import { announcing, convene, foundBase, hallOf, open, openVote, statuteWith, table } from './federation/assembly.ts';
import { Federation } from './federation/federation.ts';

function openVoteByHands(): { state: BodyState; vote: number; at: string } {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', 10, statuteWith());
  fed.pass({ days: 31 });
  const sitting = convene(fed, hallOf(base), { notice: announcing('ordinary') });
  open(fed, hallOf(base), sitting, base.members.length);
  const vote = openVote(fed, hallOf(base), table(fed, hallOf(base), sitting, { matter: 'ordinary' }), 'hands');
  return { state: fed.book(base.origin).state, vote, at: fed.now };
}

const { state, vote, at } = openVoteByHands();
const none: Omit<EntriesOfVote, 'blocks'> = { urn: [], cards: [], files: [] };

function blocksOf(entries: EntriesOfVote['blocks']) {
  const opened = tableGet(state.votes, vote);
  assert.ok(opened);
  return progressOf(state, vote, opened, { ...none, blocks: entries }, at).blocks;
}

const entry = (teller: string, round: number, yes: number, block = 'sala') => ({
  block,
  round,
  teller,
  yes,
  no: 0,
  abstain: 0,
});

test('one entry, two that agree, two that differ, a recount that agrees, recounts used up', () => {
  const first = entry('a', 1, 5);
  assert.deepEqual(blocksOf([first]), [{ block: 'sala', round: 1, entered: 1, agree: null, recount: false }]);
  const agreed = [first, entry('b', 1, 5)];
  assert.deepEqual(blocksOf(agreed), [{ block: 'sala', round: 1, entered: 2, agree: true, recount: false }]);
  const differing = [first, entry('b', 1, 6)];
  assert.deepEqual(blocksOf(differing), [{ block: 'sala', round: 1, entered: 2, agree: false, recount: true }]);
  const recounting = [...differing, entry('c', 2, 6)];
  assert.deepEqual(blocksOf(recounting), [{ block: 'sala', round: 2, entered: 1, agree: null, recount: false }]);
  const again = [...recounting, entry('d', 2, 6)];
  assert.deepEqual(blocksOf(again), [{ block: 'sala', round: 2, entered: 2, agree: true, recount: false }]);
  // The statute has one recount: then both numbers stand.
  const standing = [...recounting, entry('d', 2, 7)];
  assert.deepEqual(blocksOf(standing), [{ block: 'sala', round: 2, entered: 2, agree: false, recount: false }]);
});

const hands = fc.record({ yes: fc.nat({ max: 9 }), no: fc.nat({ max: 9 }), abstain: fc.nat({ max: 9 }) });

test('whatever the numbers are, one entry says the same, and two say that they agree or that they do not', () => {
  const entries = fc.array(fc.tuple(fc.constantFrom('norte', 'sur', 'galería'), hands, hands, fc.boolean()), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(entries, entries, (one, other) => {
      // The same entries by the same tellers with other numbers: equal where they were equal.
      const kept = [...new Map(one.map((line) => [line[0], line])).values()];
      const numbers = [...other, ...one];
      const lines = (draw: (i: number) => [(typeof one)[number][1], (typeof one)[number][2]]) =>
        kept.flatMap(([block, a, b, both], i) => {
          const same = a.yes === b.yes && a.no === b.no && a.abstain === b.abstain;
          const [x, y] = draw(i);
          const second = same ? x : JSON.stringify(x) === JSON.stringify(y) ? { ...y, yes: y.yes + 1 } : y;
          const entered = [{ block, round: 1, teller: 'a', ...x }];
          return both ? [...entered, { block, round: 1, teller: 'b', ...second }] : entered;
        });
      const told = blocksOf(lines((i) => [kept[i]?.[1] ?? nobody, kept[i]?.[2] ?? nobody]));
      const otherwise = blocksOf(lines((i) => [numbers[i]?.[1] ?? nobody, numbers[i]?.[2] ?? nobody]));
      assert.deepEqual(otherwise, told);
      assert.ok(!/yes|no"|abstain|teller/.test(JSON.stringify(told)));
    }),
  );
});

const nobody = { yes: 0, no: 0, abstain: 0 };
