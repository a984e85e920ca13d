import { openDispute } from '../dispute/standing.ts';
import { type Citation, type Evidence, findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { cycleRefusal, wayUpTo } from './cycle.ts';
import { entitlementRefusal, membersOf } from './entitlement.ts';
import { hasRequested, isAffiliated, succeededIn } from './lineage.ts';
import { rollNeed } from './review.ts';

interface Admission {
  readonly below: string;
  readonly key: string;
  readonly entitlement: number;
  readonly class?: string;
}

export const admissionNeeds = (state: BodyState, { below }: Pick<Admission, 'below'>) => [
  requestNeed(state, below),
  rollNeed(state, below),
  ...waysUp(state, below),
];

/**
 * Two bodies that have asked each other would block each other for ever. Whoever admits first is above: what it has asked of
 * the other ends with the admission, unless the other has admitted it.
 */
const waysUp = (state: BodyState, below: string) => [wayUpTo(state, below), ...mutualNeeds(state, below)];

const mutualNeeds = (state: BodyState, below: string): readonly NeedOf<'admission'>[] =>
  hasRequested(state, below)
    ? [{ fact: 'admission', book: below, below: state.origin, before: '9999-12-31T23:59:59Z' }]
    : [];

function mutualRefusal(state: BodyState, evidence: Evidence, below: string): Refused | null {
  const admitted = mutualNeeds(state, below).find((need) => findingFor(evidence, need).found !== null);
  return admitted === undefined ? null : refuse('affiliation-cycle', 'rules.affiliation', { present: below });
}

const requestNeed = ({ origin }: Pick<BodyState, 'origin'>, book: string): NeedOf<'affiliation-request'> => ({
  fact: 'affiliation-request',
  book,
  to: origin,
});

/** Why a body below cannot be admitted: in already, no sealed request in its own book, another key, a cycle, other seats. */
export function admissible(state: BodyState, evidence: Evidence, input: Admission): Refused | null {
  if (isAffiliated(state, input.below)) return refuse('already-affiliated', 'rules.affiliation');
  if (input.below === state.origin) return refuse('affiliation-cycle', 'rules.affiliation', { present: input.below });
  if (state.body?.kind !== 'delegate')
    return refuse('not-allowed', 'rules.affiliation', { needed: 'delegate-assembly' });
  // Who sits here already goes on in another book, dispute or not.
  const dispute = succeededIn(state, input.below) === undefined ? openDispute(state, input.below) : null;
  if (dispute !== null) return refuse('in-dispute', 'disputes', { present: dispute.act });
  const request = findingFor(evidence, requestNeed(state, input.below));
  if (request.found === null) return refuse('affiliation-not-requested', 'rules.affiliation', { needed: input.below });
  if (request.bookKey !== input.key)
    return refuse('evidence-missing', 'rules.affiliation', {
      needed: request.bookKey ?? input.below,
      present: input.key,
    });
  const roll = findingFor(evidence, rollNeed(state, input.below)).found;
  const members = roll === null ? null : membersOf(roll, null, state.at);
  return (
    mutualRefusal(state, evidence, input.below) ??
    cycleRefusal(evidence, wayUpTo(state, input.below)) ??
    entitlementRefusal(statuteOf(state), input.entitlement, { members, class: input.class })
  );
}

/** The request; and the roll, where seats are given by it. */
export function admissionCites(state: BodyState, evidence: Evidence, below: string): readonly Citation[] {
  const byRoll = statuteOf(state)?.entitlement?.kind === 'per-members';
  const roll = byRoll ? findingFor(evidence, rollNeed(state, below)).cites : [];
  return [...findingFor(evidence, requestNeed(state, below)).cites, ...roll];
}
