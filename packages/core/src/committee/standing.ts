import { hasRequested, lineage } from '../affiliation/lineage.ts';
import type { ProposalKind } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Body, BodyState, Motion } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { tableGet, tableValues } from '../table.ts';
import { plusMonths, type Time } from '../time.ts';
import type { Committee } from './state.ts';

/** The latest last day of a committee that is formed now (article `committees`). */
export const longestLife = ({ committees, terms }: Statute, at: Time): Time =>
  plusMonths(at, committees?.months ?? terms.officersMonths);

/** The committee that this body has formed and not ended, in whichever book it goes on. */
export const committeeOf = ({ committees }: Pick<BodyState, 'committees'>, origin: string): Committee | null =>
  lineage(origin)
    .flatMap((book) => tableGet(committees, book) ?? [])
    .find(({ ended }) => ended === null) ?? null;

/** Does this body send delegates there: has it asked to belong, or formed that committee? */
export const sendsTo = (state: Pick<BodyState, 'requests' | 'left' | 'committees'>, to: string): boolean =>
  hasRequested(state, to) || committeeOf(state, to) !== null;

/** A committee runs its own house and answers to its parents, whatever they have given it to decide. */
const ownHouse: ReadonlySet<ProposalKind> = new Set<ProposalKind>([
  'elect-officers',
  'recall-officer',
  'elect-presidium',
  'recall-presidium',
  'approve-minutes',
  'correct-minutes',
  'ask-sitting',
  'report',
  'judge-report',
  // It only hands them in: those who formed it judge.
  'judge-accounts',
]);

/** What lies outside the powers that its parents have given a committee, it cannot decide. */
export function powersRefusal(
  { body }: { readonly body: Pick<Body, 'charter'> | null },
  motion: { readonly matter: Matter; readonly proposal: Pick<Motion['proposal'], 'kind'> },
): Refused | null {
  const charter = body?.charter;
  if (charter === undefined || ownHouse.has(motion.proposal.kind) || charter.matters.includes(motion.matter))
    return null;
  return refuse('beyond-powers', 'committees', {
    needed: charter.parents.map((parent) => parent.body).join(', '),
    present: motion.matter,
    detail: { powers: charter.matters.join(' | ') },
  });
}

/**
 * A committee is over on its last day, and as soon as one of its parents is shown to have ended it or to be no more: what
 * was given together is not held without one of those who gave it.
 */
export function committeeOver({ body, affiliates }: BodyState, at: Time): Refused | null {
  const charter = body?.charter;
  if (charter === undefined) return null;
  const ended = tableValues(affiliates).find(
    (parent) => parent.ended !== undefined && parent.succeededBy === undefined,
  );
  if (ended?.ended === undefined && at < charter.until) return null;
  return refuse('committee-over', 'committees', { needed: ended?.ended?.act ?? charter.until, present: at });
}
