import type { BodyState } from '../state.ts';
import type { Matter, QuorumRule, Statute } from './fields.ts';

/** How many must be present. Whole people: a fraction is rounded up, and "more than" starts at the next whole one. Never nobody. */
export function quorumNeeded(rule: QuorumRule, roll: number): number {
  const share = rule.strict ? Math.floor((roll * rule.num) / rule.den) + 1 : Math.ceil((roll * rule.num) / rule.den);
  return Math.max(share, rule.min ?? 0, 1);
}

export interface QuorumFound {
  readonly needed: number;
  readonly present: number;
  readonly met: boolean;
}

/** Whether those present make the quorum of that call. */
export function quorumFound(
  { calls }: Pick<Statute, 'calls'>,
  call: 'first' | 'second',
  { roll, present }: { readonly roll: number; readonly present: number },
): QuorumFound {
  const needed = quorumNeeded(calls[call], roll);
  return { needed, present, met: present >= needed };
}

/** What the statute says of one matter. */
export type MatterRule = Statute['rules'][number];

export const matterRule = (rules: Statute, matter: Matter): MatterRule | undefined =>
  rules.rules.find((candidate) => candidate.matter === matter);

/** The quorum for a matter: its own, on either call, where it has one; the second call's only where the statute opens that call to it (DESIGN section 6, Notice). */
export function quorumForMatter(rules: Statute, matter: Matter, call: 'first' | 'second', roll: number): number {
  const rule = matterRule(rules, matter);
  if (rule?.quorum !== undefined) return quorumNeeded(rule.quorum, roll);
  const secondCall = call === 'second' && rule?.secondCall === true;
  return quorumNeeded(secondCall ? rules.calls.second : rules.calls.first, roll);
}

/** Fewer neighbours prove no founding, whatever its statute says. */
export const leastNeighbours = 2;

/** How many neighbouring bodies must have witnessed a founding. */
export const neighboursNeeded = (rules: Statute | null): number =>
  Math.max(leastNeighbours, rules?.founding?.neighbours ?? leastNeighbours);

/** How long what a sitting did can be challenged. */
export const challengeDays = ({ challenge }: Statute): number => challenge?.days ?? 30;

/** The rules in force; a body without a statute decides nothing. */
export const statuteOf = (state: BodyState): Statute | null => state.statute?.rules ?? null;
