import { countsBodies } from '@cabildo/count';
import { affiliatesNow } from '../affiliation/lineage.ts';
import { sitsByDelegates } from '../body/standing.ts';
import type { Context } from '../decision.ts';
import { heldElection } from '../election/contests.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import { rankedRefusal } from '../secret/questions.ts';
import type { BodyState, Method } from '../state.ts';
import type { MatterRule } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { mandatedActs, mandateNeedsOf } from './mandated.ts';

/** In which of these nobody can see who voted what: not for a mandated matter (DESIGN section 6, Mandate). */
const anonymous: readonly Method[] = ['hands', 'urn', 'mixed', 'secret'];

/** Those of seats: a roll call of neighbours would name people. */
const ofSeats: readonly Method[] = ['roll-call', 'delegation-cards'];

/** Those in which it is known which delegation a vote is of. */
const byDelegation: readonly Method[] = ['roll-call', 'delegation-cards', 'devices'];

/** May this matter be voted so in such a body? */
export const methodAllowed = (state: OfKind, method: Method, rules: MatterRule): boolean =>
  rules.methods.includes(method) && fits(state, method, rules);

type OfKind = Parameters<typeof sitsByDelegates>[0];

/** Can a vote be taken so, whatever the statute says? Seats vote by name or by one list; a mixed hall is one of people. */
function fits(state: OfKind, method: Method, rules: MatterRule): boolean {
  const delegates = sitsByDelegates(state);
  if (countsBodies(rules) && !(delegates && byDelegation.includes(method))) return false;
  return delegates ? method !== 'mixed' : !ofSeats.includes(method);
}

export function methodRefusal(
  { state, evidence }: Context,
  motion: number,
  method: Method,
  rules: MatterRule,
): Refused | null {
  if (!methodAllowed(state, method, rules))
    return refuse('method-not-allowed', 'rules', { needed: rules.methods.join(' | '), present: method });
  const tabled = tableGet(state.motions, motion);
  if (tabled !== undefined && heldElection(tabled) !== null && method !== 'urn') {
    if (method !== 'secret') return refuse('method-not-allowed', 'elections', { needed: 'urn', present: method });
    const ranked = rankedRefusal(state, motion);
    if (ranked !== null) return ranked;
  }
  if (!anonymous.includes(method)) return null;
  const mandated = mandatesNeeded(state, motion, method).find((need) => findingFor(evidence, need).found !== null);
  return mandated === undefined
    ? null
    : refuse('mandated-not-by-hands', 'mandates.binding', {
        needed: byDelegation.join(' | '),
        present: mandated.book,
      });
}

/** Mandates of all bodies that belong here, where the method would hide who keeps them. */
export const mandatesNeeded = (state: BodyState, motion: number, method: Method): readonly NeedOf<'mandate'>[] =>
  anonymous.includes(method) ? mandatesOnMotion(state, motion) : [];

export function mandatesOnMotion(state: BodyState, motion: number): readonly NeedOf<'mandate'>[] {
  const acts = mandatedActs(state, motion);
  return affiliatesNow(state).flatMap(([book]) => mandateNeedsOf(state, acts, book));
}
