import type { Body } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';

/**
 * Does a decision on this matter wait for the bases? A pact and a lifting always do in a body that has bodies below
 * it (invariant 6), and in a committee, which has nobody to ratify for it: those who formed it decide. The statute may
 * add matters, it cannot take these two away.
 */
export function isSuspended({ body }: OfKind, rules: Pick<Statute, 'ratification'>, matter: Matter): boolean {
  if (body === null || body.kind === 'base') return false;
  return matter === 'pact' || matter === 'lifting' || rules.ratification.matters.includes(matter);
}

interface OfKind {
  readonly body: Pick<Body, 'kind'> | null;
}
