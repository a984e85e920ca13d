import {
  attempt,
  compareRules,
  comparisonDocument,
  planDocument,
  planShares,
  problemSentence,
  type RuleName,
  readComparable,
  readPlanProblem,
  verdict,
} from '@cabildo/supply';
import type { Sentences } from '../../answers.ts';
import { fingerprintOf } from '../../paper/fingerprint.ts';
import type { Language } from '../../shell/formats.ts';
import type { Supply } from '../known/supply-answer.ts';
import { type Allotted, linesOf, partsOf } from './parts.ts';
import { CLOSURES, freeLots, type ProblemAsked, problemOf, ROADS, siteIds } from './problem.ts';

export interface Compared {
  readonly item: string;
  readonly stock: number;
  readonly sites: readonly { readonly id: string; readonly claim: number; readonly awards: readonly number[] }[];
  readonly rules: readonly { readonly rule: RuleName; readonly said: string; readonly unserved: number }[];
}

export interface MadePlan {
  readonly replaces: number | null;
  readonly problemText: string;
  /** As `cabildo supply plan problem.json --json --lang es` prints it. */
  readonly planText: string;
  readonly problem: string;
  readonly plan: string;
  readonly closures: string;
  readonly parts: readonly (readonly Allotted[])[];
}

export interface PlanLine {
  readonly site: string;
  readonly item: string;
  readonly award: number;
  readonly need: number;
  readonly said: string;
}

export type Calculated =
  | {
      readonly ok: true;
      readonly made: MadePlan;
      readonly lines: readonly PlanLine[];
      readonly compared: readonly Compared[];
      readonly withoutPlace: readonly string[];
    }
  | { readonly ok: false; readonly said: Sentences };

/** The plan, what every other rule would give, and why each gets what it gets; here, from what the registers say. */
export function calculate(asked: ProblemAsked, language: Language): Calculated {
  const { problem, closures, withoutPlace } = problemOf(asked);
  const open = (name: string): string => (name === ROADS ? (asked.roads ?? '') : name === CLOSURES ? closures : '');
  const outcome = attempt(() => {
    const found = planShares(readPlanProblem(problem, open));
    const comparisons = compareRules(readComparable(problem, open), asked.rule as RuleName);
    return { found, comparisons };
  });
  if (!outcome.ok) return { ok: false, said: problemSentence(outcome.problem) };
  const { found, comparisons } = outcome.value;
  const planText = `${JSON.stringify(planDocument(found, 'es'), null, 2)}\n`;
  const document = planDocument(found, language);
  const parts = partsOf(linesOf(awardsIn(asked.supply, document.allocation), freeLots(asked.supply, asked.replaces)));
  const made = {
    replaces: asked.replaces,
    problemText: problem,
    planText,
    problem: fingerprintOf(problem),
    plan: fingerprintOf(planText),
    closures: asked.roads === null ? '' : closures,
    parts,
  };
  const lines = document.allocation.map(({ site, item, award, need, explanation }) => ({
    site,
    item,
    award,
    need,
    said: explanation,
  }));
  const tables = comparisonDocument(comparisons).comparisons;
  const compared = tables.map(
    ({ item, stock, claims, rules }, place): Compared => ({
      item: item ?? '',
      stock,
      sites: Object.entries(claims).map(([id, claim]) => ({
        id,
        claim,
        awards: rules.map(({ awards }) => awards[id] ?? 0),
      })),
      rules: rules.map(({ rule, unserved }, column) => {
        const comparison = comparisons[place];
        const own = comparison?.columns[column];
        return {
          rule,
          unserved,
          said: comparison === undefined || own === undefined ? '' : verdict(comparison, own, language),
        };
      }),
    }),
  );
  return { ok: true, made, lines, compared: compared.filter(({ sites }) => sites.length > 0), withoutPlace };
}

function awardsIn(supply: Supply, allocation: ReturnType<typeof planDocument>['allocation']) {
  const bySite = new Map([...siteIds(supply)].map(([site, id]) => [id, site]));
  const bySymbol = new Map(supply.items.map(({ item, symbol }) => [symbol, item]));
  return allocation.flatMap(({ site, item, from }) =>
    from.map(({ depot, amount }) => ({
      item: bySymbol.get(item) ?? -1,
      depot: bySite.get(depot) ?? -1,
      site: bySite.get(site) ?? -1,
      quantity: amount,
    })),
  );
}
