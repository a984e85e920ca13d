import { add, compare, divide, least, most, multiply, type Ratio, ratio, subtract, zero } from '../exact/ratio.ts';
import type { Claim, RuleName } from './claim.ts';
import { clamped, constant, type LevelFunction } from './level.ts';

/** What each of the claimants, who share among themselves, gets at each level. */
export function levelFunctions(rule: RuleName, claims: readonly Claim[]): LevelFunction[] {
  const functionOf = makers[rule](claims);
  return claims.map((claim) =>
    claim.amount.n === 0n
      ? constant(zero)
      : clamped(functionOf(claim), claim.floor, least(claim.amount, claim.ceiling)),
  );
}

type Maker = (claims: readonly Claim[]) => (claim: Claim) => LevelFunction;

const half = ratio(1n, 2n);

/** The same part of every claim, times its weight: the level is the part. */
const sameShare: Maker = () => (claim) => [{ from: zero, base: zero, slope: multiply(claim.weight, claim.amount) }];

/** The same amount for everybody, up to the claim: the level is that amount. */
const equalAwards: Maker = () => (claim) => [{ from: zero, base: zero, slope: claim.weight }];

/** Everybody goes without the same amount; the level is how much less that is than the greatest loss there can be. */
const equalLosses: Maker = (claims) => {
  const greatest = greatestLoss(claims, (claim) => claim.amount);
  return (claim) => [losing(claim, claim.amount, greatest)];
};

/**
 * Aumann and Maschler 1985: equal awards on half of the claims until everybody has half, then equal losses on the other
 * half. The second part begins at the level at which the first ends.
 */
const talmud: Maker = (claims) => {
  const halfOf = (claim: Claim) => multiply(claim.amount, half);
  const allHaveHalf = claims.map((claim) => divide(halfOf(claim), claim.weight)).reduce(most, zero);
  const end = add(allHaveHalf, greatestLoss(claims, halfOf));
  return (claim) => {
    const reached = divide(halfOf(claim), claim.weight);
    const later = losing(claim, claim.amount, end);
    // From here on the loss is less than half of the claim.
    const resumes = subtract(end, multiply(claim.weight, halfOf(claim)));
    const rest = { from: reached, base: halfOf(claim), slope: zero };
    const pieces = [{ from: zero, base: zero, slope: claim.weight }, rest, { ...later, from: resumes }];
    return compare(reached, resumes) < 0 ? pieces : pieces.filter((piece) => piece !== rest);
  };
};

const makers: Readonly<Record<RuleName, Maker>> = {
  leximin: sameShare,
  proportional: sameShare,
  'equal-awards': equalAwards,
  'equal-losses': equalLosses,
  talmud,
};

/** Twice the weight, half the loss. */
const losing = (claim: Claim, amount: Ratio, end: Ratio) => ({
  from: zero,
  base: subtract(amount, divide(end, claim.weight)),
  slope: divide(ratio(1n), claim.weight),
});

const greatestLoss = (claims: readonly Claim[], amountOf: (claim: Claim) => Ratio): Ratio =>
  claims.map((claim) => multiply(claim.weight, amountOf(claim))).reduce(most, zero);
