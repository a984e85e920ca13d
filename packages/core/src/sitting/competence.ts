import { type Refused, refuse } from '../refusal.ts';
import type { Sitting } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { matterRule } from '../statute/quorum.ts';

/**
 * Which kind of sitting may decide a matter is said by the statute; a sitting keeps the kind it was convened as, so an
 * enlarged meeting that calls itself a congress decides nothing that is a congress's. A founding sitting elects the first
 * officers in any case: before it there is nobody to hold another.
 */
export function competenceRefusal(rules: Statute, { kind }: Pick<Sitting, 'kind'>, matter: Matter): Refused | null {
  const kinds = matterRule(rules, matter)?.sittings;
  if (kinds === undefined || kind === 'founding' || kinds.includes(kind)) return null;
  return refuse('sitting-not-competent', `rules.${matter}`, { needed: kinds.join(' | '), present: kind });
}
