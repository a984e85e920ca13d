import { canonicalText } from '../canonical.ts';
import type { Context, DraftAct } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import type { Statute } from './fields.ts';

/**
 * The rules before an amendment that has acted and that the bases, asked again, have turned down. Only the amendment in
 * force falls back: what was amended since stands on votes of its own, and is amended by another one.
 */
function rulesBefore({ resolutions, statute }: BodyState, key: string): Statute | null {
  const adopted = tableGet(resolutions, key);
  if (adopted?.matter !== 'statute' || !adopted.hasActed || adopted.vote === null) return null;
  return statute?.vote === adopted.vote ? (statute.before ?? null) : null;
}

export function fallbackNeeds(state: BodyState, key: string): readonly NeedOf<'sha256'>[] {
  const rules = rulesBefore(state, key);
  return rules === null ? [] : [{ fact: 'sha256', text: canonicalText(rules) }];
}

export function fallenBack({ state, evidence }: Context, key: string, by: DraftAct['by']): readonly DraftAct[] {
  const statute = rulesBefore(state, key);
  if (statute === null) return [];
  const sha256 = findingFor(evidence, { fact: 'sha256', text: canonicalText(statute) }).found?.hash ?? '';
  return [{ act: 'StatuteAdopted', by, data: { statute, sha256 } }];
}
