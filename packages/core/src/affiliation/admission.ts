import { type Evidence, findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { cycleRefusal, wayUpTo } from './cycle.ts';
import { isAffiliated } from './lineage.ts';

interface Admission {
  readonly below: string;
  readonly key: string;
}

export const admissionNeeds = (state: BodyState, { below }: Pick<Admission, 'below'>) => [
  requestNeed(state, below),
  wayUpTo(state, below),
];

export const requestNeed = ({ origin }: Pick<BodyState, 'origin'>, book: string): NeedOf<'affiliation-request'> => ({
  fact: 'affiliation-request',
  book,
  to: origin,
});

/** Why a body below cannot be admitted: in already, no cycles, a sealed request in its own book, and that book's key. */
export function admissible(state: BodyState, evidence: Evidence, input: Admission): Refused | null {
  if (isAffiliated(state, input.below)) return refuse('already-affiliated', 'rules.affiliation');
  if (input.below === state.origin || state.body?.kind !== 'delegate')
    return refuse('not-allowed', 'rules.affiliation');
  const request = findingFor(evidence, requestNeed(state, input.below));
  if (request.found === null) return refuse('affiliation-not-requested', 'rules.affiliation', { needed: input.below });
  if (request.bookKey !== input.key)
    return refuse('evidence-missing', 'rules.affiliation', {
      needed: request.bookKey ?? input.below,
      present: input.key,
    });
  return cycleRefusal(evidence, wayUpTo(state, input.below));
}
