import { compare, floor, type Ratio, ratio, subtract, whole } from '../exact/ratio.ts';
import type { Claim } from './claim.ts';

/** What cannot be divided is claimed and lies there in whole units. */
export const inWholeUnits = (claim: Claim): Claim => ({
  ...claim,
  amount: whole(floor(claim.amount)),
  floor: whole(floor(claim.floor)),
  ceiling: whole(floor(claim.ceiling)),
});

/**
 * In which order whole units that are left over are given out, one each: the largest remainder first; of equal remainders
 * whoever would otherwise have the smaller part of the claim; then by the name's characters.
 */
export function remainderOrder(exact: readonly Ratio[], claims: readonly Claim[]): number[] {
  const remainders = exact.map((award) => subtract(award, whole(floor(award))));
  const part = (at: number): Ratio => ratio(floor(exact[at] as Ratio) * claimed(at).d, claimed(at).n);
  const claimed = (at: number): Ratio => (claims[at] as Claim).amount;
  return [...remainders.keys()]
    .filter((at) => (remainders[at] as Ratio).n > 0n)
    .sort(
      (a, b) =>
        compare(remainders[b] as Ratio, remainders[a] as Ratio) ||
        compare(part(a), part(b)) ||
        byName((claims[a] as Claim).id, (claims[b] as Claim).id),
    );
}

/** By code units, so that no language's own alphabet changes a result. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
