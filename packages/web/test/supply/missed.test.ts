// A phone that comes back after many hand-overs looks for its own among those that are not listed any more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missedBetween } from '../../src/supply/hand-over/missed.ts';
import type { Standing } from '../../src/supply/hand-over/types.ts';

const book = Array.from({ length: 23 }, (_, number) => ({ handOver: 10 + 3 * number }) as Standing);
const pageOf = (size: number) => async (after: number) =>
  book.filter(({ handOver }) => handOver > after).slice(0, size);

test('everything between what the phone last heard and what is listed is found once, whatever a page holds', async () => {
  for (const size of [1, 4, 5, 100])
    for (const since of [0, 10, 11, 40, 76]) {
      const found = await missedBetween(pageOf(size), { since, first: 61 });
      assert.deepEqual(
        found,
        book.filter(({ handOver }) => handOver > since && handOver < 61),
        `${size} ${since}`,
      );
    }
});

test('where an answer fails nothing is taken for heard', async () => {
  assert.equal(
    await missedBetween(async (after) => (after < 20 ? pageOf(2)(after) : null), { since: 0, first: 61 }),
    null,
  );
});
