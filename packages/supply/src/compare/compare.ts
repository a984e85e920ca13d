import { compare, divide, type Ratio, subtract, sum, zero } from '../exact/ratio.ts';
import { membersOf } from '../input/fields.ts';
import { parseJson } from '../input/json.ts';
import type { Served } from '../plan/item-plan.ts';
import type { PlanProblem } from '../plan/model.ts';
import { readPlanProblem } from '../plan/read-plan.ts';
import { shareItem } from '../plan/share-item.ts';
import { waysOf } from '../plan/ways.ts';
import { type Claim, type RuleName, ruleNames, type ShareProblem } from '../sharing/claim.ts';
import { readShareProblem } from '../sharing/read-share.ts';
import { share } from '../sharing/share.ts';
import { byName } from '../sharing/whole-units.ts';

/** What an assembly looks at before it votes: the same stock and the same claims under every rule, side by side. */
export type Comparison = {
  /** Null where there is one stock without a name. */
  readonly item: string | null;
  readonly against: RuleName;
  readonly stock: Ratio;
  readonly claims: readonly Claim[];
  readonly columns: readonly Column[];
};

/** One rule; amounts by claimant, in the order of the claims. */
export type Column = {
  readonly rule: RuleName;
  readonly awards: readonly Ratio[];
  /** How much more or less than under the rule that all are compared with. */
  readonly differences: readonly Ratio[];
  readonly unserved: Ratio;
  /** The smallest part of a claim that anybody gets; null where nobody claims anything. */
  readonly worstPart: Ratio | null;
  /** Null where nothing is known of people. */
  readonly people: Served | null;
};

export type Comparable =
  | { readonly kind: 'share'; readonly problem: ShareProblem }
  | { readonly kind: 'plan'; readonly problem: PlanProblem };

/** A problem of `share` or one of `plan`, told apart by what they share out: `claims` or `items`. */
export function readComparable(text: string, open: (name: string) => string): Comparable {
  const isPlan = membersOf(parseJson(text)).has('items');
  return isPlan
    ? { kind: 'plan', problem: readPlanProblem(text, open) }
    : { kind: 'share', problem: readShareProblem(text) };
}

export function compareRules(given: Comparable, against: RuleName): readonly Comparison[] {
  if (given.kind === 'share') return [compareShare(given.problem, against)];
  const { problem } = given;
  return [...problem.items]
    .sort((a, b) => byName(a.id, b.id))
    .map((item) => {
      const ways = waysOf(problem, item);
      const all = ruleNames.map((rule) => shareItem({ ...problem, rule }, item, ways));
      const { depots, claims } = (all[0] as (typeof all)[number]).share;
      const results = all.map(({ share: { awards }, served }) => ({ awards, people: served.of > 0n ? served : null }));
      return {
        item: item.id,
        ...sideBySide({ stock: sum(depots.map(({ stock }) => stock)), claims }, results, against),
      };
    });
}

function compareShare(problem: ShareProblem, against: RuleName): Comparison {
  const all = ruleNames.map((rule) => share(problem, rule));
  const { stock, claims } = (all[0] as (typeof all)[number]).problem;
  const results = all.map(({ awards }) => ({ awards, people: null }));
  return { item: null, ...sideBySide({ stock, claims }, results, against) };
}

type Result = Pick<Column, 'awards' | 'people'>;

function sideBySide(
  { stock, claims }: Pick<Comparison, 'stock' | 'claims'>,
  results: readonly Result[],
  against: RuleName,
): Omit<Comparison, 'item'> {
  const basis = results[ruleNames.indexOf(against)] as Result;
  const claimed = sum(claims.map(({ amount }) => amount));
  const columns = ruleNames.map((rule, at): Column => {
    const { awards, people } = results[at] as Result;
    const differences = awards.map((award, i) => subtract(award, basis.awards[i] ?? zero));
    return {
      rule,
      awards,
      differences,
      unserved: subtract(claimed, sum(awards)),
      worstPart: worst(claims, awards),
      people,
    };
  });
  return { against, stock, claims, columns };
}

function worst(claims: readonly Claim[], awards: readonly Ratio[]): Ratio | null {
  const parts = claims.flatMap(({ amount }, at) => (amount.n === 0n ? [] : [divide(awards[at] ?? zero, amount)]));
  return parts.sort(compare)[0] ?? null;
}
