import { inTerm } from '../authority.ts';
import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries } from '../table.ts';
import { plusDays, type Time } from '../time.ts';

/** Within how many days a recall is put to a sitting, and the election convened that follows one. */
const recallDays = (rules: Statute | null): number => rules?.recall.days ?? 30;

/**
 * By when the election for a vacant office must be convened: by anyone at once, if nobody is left who could. `vacant` is null of
 * an office that only falls empty when the term begins.
 */
export function electionDue(state: BodyState, vacant: string | null, at: Time): Time {
  const rules = statuteOf(state);
  const convenes = tableEntries(state.officers).some(([office, officer]) => {
    const role = rules?.offices.find((candidate) => candidate.office === office)?.role;
    return office !== vacant && inTerm(officer, at) && (role === 'presidium' || role === 'secretary');
  });
  return convenes ? plusDays(at, recallDays(rules)) : at;
}
