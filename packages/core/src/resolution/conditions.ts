import type { Context, DraftAct } from '../decision.ts';
import type { ConditionProposed, Proposal } from '../motion/proposal.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Condition } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import type { Time } from '../time.ts';

/** What the proposal makes its effect depend on, if anything. */
export const conditionIn = (proposal: Proposal): ConditionProposed | null =>
  'condition' in proposal ? (proposal.condition ?? null) : null;

/** Offices that may certify (article `certifiers`); without that article no condition can be set. */
const certifiersOf = ({ certifiers }: Statute): readonly string[] => certifiers ?? [];

export function conditionRefusal({ at }: Context, rules: Statute, proposal: Proposal): Refused | null {
  const condition = conditionIn(proposal);
  if (condition === null) return null;
  const { certifier, by } = condition;
  if (!certifiersOf(rules).includes(certifier))
    return refuse('not-a-certifier', 'certifiers', {
      needed: certifiersOf(rules).join(' | ') || 'certifiers',
      present: certifier,
    });
  return by > at ? null : refuse('condition-day-passed', 'certifiers', { needed: at, present: by });
}

export const conditionActs = (
  { resolution, by }: { readonly resolution: number; readonly by: DraftAct['by'] },
  proposal: Proposal,
): readonly DraftAct[] => {
  const condition = conditionIn(proposal);
  return condition === null ? [] : [{ act: 'ConditionSet', by, data: { resolution, ...condition } }];
};

/**
 * What follows from the condition at that time. Until its day, and as long as nobody has found that it happened, it is
 * open; from its day on, as long as nobody has found anything or they cannot agree, what it says `otherwise` holds.
 */
export function conditionAt(
  { by, holdsIf, otherwise, certified }: Condition,
  at: Time,
): 'conditional' | 'in-force' | 'lapsed' {
  const found = certified === null || at < certified.at ? 'not-agreed' : certified.happened;
  if (found === 'not-agreed' && at < by) return 'conditional';
  const holds = found === 'not-agreed' ? otherwise === 'in-force' : (found === 'yes') === (holdsIf === 'happened');
  return holds ? 'in-force' : 'lapsed';
}
