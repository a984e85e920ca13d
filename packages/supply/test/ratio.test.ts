import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, compare, multiply, type Ratio, ratio, subtract, sum, whole, zero } from '../src/exact/ratio.ts';
import { share } from '../src/sharing/share.ts';

const anyRatio = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => ratio(n, d));

test('sums and products are in lowest terms, and what the plain formulas give', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, (a, b) => {
      assert.deepEqual(add(a, b), ratio(a.n * b.d + b.n * a.d, a.d * b.d));
      assert.deepEqual(multiply(a, b), ratio(a.n * b.n, a.d * b.d));
      assert.deepEqual(subtract(add(a, b), b), a);
    }),
  );
});

test('hundreds of claims with long weights are shared exactly: every loss times its weight is the same', () => {
  const claims = Array.from({ length: 300 }, (_, at) => ({
    id: `c${at}`,
    amount: whole(1_000n),
    weight: ratio(99_999_989n + BigInt(at * at * 7_919), 10n ** 8n),
    rank: 1,
    floor: zero,
    ceiling: whole(1_000n),
  }));
  const { awards, left } = share({ stock: whole(200_000n), claims, indivisible: false }, 'equal-losses');
  assert.deepEqual(left, zero);
  assert.deepEqual(sum(awards), whole(200_000n));
  const losses = awards.map((award, at) =>
    multiply(subtract(whole(1_000n), award), claims.find(({ id }) => id === names[at])?.weight ?? zero),
  );
  const lost = losses.filter((_, at) => (awards[at] as Ratio).n > 0n);
  assert.ok(lost.length > 100 && lost.every((one) => compare(one, lost[0] as Ratio) === 0));
});

/** Awards come in the order of the names. */
const names = Array.from({ length: 300 }, (_, at) => `c${at}`).sort();
