import fc from 'fast-check';
import { type Ratio, ratio, zero } from '../src/exact/ratio.ts';
import type { LimitedProblem } from '../src/limited/share-limited.ts';
import type { Claim, ShareProblem } from '../src/sharing/claim.ts';

export const asClaim = (id: string, amount: Ratio | number, more: Partial<Claim> = {}): Claim => {
  const claimed = typeof amount === 'number' ? ratio(BigInt(amount)) : amount;
  return { id, amount: claimed, weight: ratio(1n), rank: 1, floor: zero, ceiling: claimed, ...more };
};

export const anyAmount = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(1, 2, 4, 5))
  .map(([n, d]) => ratio(BigInt(n), BigInt(d)));

const anyWeight = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .map(([n, d]) => ratio(BigInt(n), BigInt(d)));

export const anyClaims = fc
  .array(fc.record({ amount: anyAmount, weight: anyWeight, rank: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((all) => all.map(({ amount, weight, rank }, at) => asClaim(`c${at}`, amount, { weight, rank })));

export const anyProblem: fc.Arbitrary<ShareProblem> = fc.record({
  stock: anyAmount,
  claims: anyClaims,
  indivisible: fc.boolean(),
});

export const DEPOTS = ['A', 'B', 'C', 'D'];

export const anyLimited = (indivisible: fc.Arbitrary<boolean> = fc.constant(false)): fc.Arbitrary<LimitedProblem> =>
  anyClaims.chain((claims) =>
    fc.record({
      depots: fc.tuple(...DEPOTS.map((id) => anyAmount.map((stock) => ({ id, stock })))),
      claims: fc.constant(claims),
      reach: fc
        .tuple(...claims.map(({ id }) => fc.subarray(DEPOTS).map((some): [string, string[]] => [id, some])))
        .map((ways) => new Map(ways)),
      indivisible,
    }),
  );

export const oneClass = (problem: LimitedProblem): LimitedProblem => ({
  ...problem,
  claims: problem.claims.map((claim) => ({ ...claim, rank: 1 })),
});
