import type { Matter, Statute } from '../statute/fields.ts';
import { matterRule } from '../statute/quorum.ts';
import type { AcclaimedOnPaper } from './acclaimed-field.ts';

/** How often objections are asked for before a hall has decided without a count (DESIGN section 6, Acclamation). */
export const timesAsked = 3;

/** Consensus is without objection. Whoever had asked for a count would have got one, and there would be numbers. */
export const acclaimedOutcome = ({ method, objections }: AcclaimedOnPaper): 'carried' | 'rejected' =>
  method === 'acclamation' || objections === 0 ? 'carried' : 'rejected';

/** On paper as in the hall: ordinary business alone, where the statute opens it to that, and objections asked for. */
export function acclaimedIrregularities(
  rules: Statute,
  matter: Matter,
  { method, asked }: AcclaimedOnPaper,
): readonly ('method-not-allowed' | 'objections-not-asked')[] {
  const open = matter === 'ordinary' && matterRule(rules, matter)?.methods.includes(method) === true;
  return [
    ...(open ? [] : (['method-not-allowed'] as const)),
    ...(asked < timesAsked ? (['objections-not-asked'] as const) : []),
  ];
}
