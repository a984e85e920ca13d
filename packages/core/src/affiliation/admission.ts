import type { Finding } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';

/** Why a body below cannot be admitted: no cycles to itself, a sealed request in its own book, and that book's key. */
export function admissible(
  state: BodyState,
  input: { readonly below: string; readonly key: string },
  request: Finding<'affiliation-request'>,
): Refused | null {
  if (input.below === state.origin || state.body?.kind === 'base') return refuse('not-allowed', 'rules.affiliation');
  if (request.found === null) return refuse('affiliation-not-requested', 'rules.affiliation', { needed: input.below });
  if (request.bookKey !== input.key)
    return refuse('evidence-missing', 'rules.affiliation', {
      needed: request.bookKey ?? input.below,
      present: input.key,
    });
  return null;
}
