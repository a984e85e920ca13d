import { add, floor, least, type Ratio, ratio, subtract, sum, whole, zero } from '../exact/ratio.ts';
import type { Claim, RuleName, Share, ShareProblem } from './claim.ts';
import { Equalizer } from './equalize.ts';
import { levelFunctions } from './rules.ts';
import { byName, inWholeUnits, remainderOrder } from './whole-units.ts';

/** Shares one stock, which reaches everybody, by a rule: the same for the same claims in any order. */
export function share(given: ShareProblem, rule: RuleName): Share {
  const problem = settled(given);
  const exact = problem.claims.map(() => zero);
  const awards = problem.claims.map(() => zero);
  const takenBefore = problem.claims.map(() => zero);
  let left = problem.stock;
  for (const members of ranksOf(problem.claims)) {
    const claims = members.map((at) => problem.claims[at] as Claim);
    const parts = shareInClass(rule, claims, left);
    // All that is there, or all that may be given; to add the parts up again would take far longer than to find them.
    const given = least(left, sum(claims.map(({ amount, ceiling }) => least(amount, ceiling))));
    const rounded = problem.indivisible ? wholeUnits(parts, claims, given) : parts;
    for (const [i, at] of members.entries()) {
      exact[at] = parts[i] as Ratio;
      awards[at] = rounded[i] as Ratio;
      takenBefore[at] = subtract(problem.stock, left);
    }
    left = subtract(left, given);
  }
  return { rule, problem, exact, awards, takenBefore, left };
}

/** In the one order in which everything is done, and in whole units where there are no others. */
function settled({ stock, claims, indivisible }: ShareProblem): ShareProblem {
  const sorted = [...claims].sort((a, b) => byName(a.id, b.id));
  if (!indivisible) return { stock, claims: sorted, indivisible };
  return { stock: whole(floor(stock)), claims: sorted.map(inWholeUnits), indivisible };
}

/** The places of each class's members, first class first. */
export function ranksOf(claims: readonly Claim[]): number[][] {
  const ranks = Map.groupBy(claims.keys(), (at) => (claims[at] as Claim).rank);
  return [...ranks].sort(([a], [b]) => a - b).map(([, members]) => members);
}

/** Floors come first, in the same part for everybody where they cannot all be kept; then the rule. */
function shareInClass(rule: RuleName, claims: readonly Claim[], stock: Ratio): Ratio[] {
  const promised = claims.some((claim) => claim.floor.n > 0n) ? parts('leximin', claims.map(onlyFloor), stock) : null;
  if (promised === null) return parts(rule, claims, stock);
  return parts(
    rule,
    claims.map((claim, at) => ({ ...claim, floor: promised[at] as Ratio })),
    stock,
  );
}

/** A promise is for what is claimed. */
export const onlyFloor = (claim: Claim): Claim => ({
  ...claim,
  amount: least(claim.floor, claim.amount),
  weight: ratio(1n),
  floor: zero,
});

function parts(rule: RuleName, claims: readonly Claim[], stock: Ratio): Ratio[] {
  const equalizer = new Equalizer(levelFunctions(rule, claims));
  const all = [...claims.keys()];
  return equalizer.amounts(all, equalizer.equalize(all, stock));
}

function wholeUnits(exact: readonly Ratio[], claims: readonly Claim[], given: Ratio): Ratio[] {
  const rounded = exact.map((award) => whole(floor(award)));
  const left = subtract(given, sum(rounded));
  for (const at of remainderOrder(exact, claims).slice(0, Number(floor(left)))) {
    rounded[at] = add(rounded[at] as Ratio, whole(1n));
  }
  return rounded;
}
