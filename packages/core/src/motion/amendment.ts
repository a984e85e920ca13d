import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Motion, Sitting } from '../state.ts';
import { matters } from '../statute/fields.ts';
import { tableGet } from '../table.ts';
import { noticeRefusal } from './notice.ts';
import type { ProposalOf } from './proposal.ts';
import type { ProposalRules } from './proposal-rule.ts';
import { textsOf } from './text.ts';

export type Amendment = Motion & { readonly proposal: ProposalOf<'amend-motion'> };

/** Motions that are decided by their text alone. Of the others, what they do is data: withdrawn, and tabled anew. */
const amendable: ReadonlySet<string> = new Set(['resolution', 'forward', 'pact', 'approve-minutes']);

export const canAmend = ({ proposal }: Pick<Motion, 'proposal'>): boolean => amendable.has(proposal.kind);

/**
 * An amendment is a motion with the whole new text, on the matter of the motion that it amends: the same quorum, hour
 * and majority. It is the body's own affair; what is ratified, or not, is the motion.
 */
export const amendmentProposals: ProposalRules<'amend-motion'> = {
  'amend-motion': {
    matters,
    carries: 'at-once',
    checkedAgain: true,
    refuses({ state }, _rules, { motion: index }) {
      const motion = tableGet(state.motions, index);
      if (motion === undefined) return refuse('not-found', 'motions', { needed: `MotionTabled ${index}` });
      if (!amendable.has(motion.proposal.kind))
        return refuse('not-amendable', 'motions', {
          needed: [...amendable].join(' | '),
          present: motion.proposal.kind,
        });
      return openRefusal(motion);
    },
    effects: ({ context: { state }, motion, tabled: amendment, vote, by }, { motion: index }) => {
      const { textHash } = motion;
      const substantive = isSubstantive(motion as Amendment);
      return [
        {
          act: 'MotionAmended',
          by,
          data: { vote, motion: index, amendment, textHash, substantive, fallen: falling(state, index, amendment) },
        },
      ];
    },
  },
};

/** The mover says so, or anyone has claimed it: a mandate is not dodged by calling an amendment editorial. */
export const isSubstantive = ({ proposal, claimed }: Amendment): boolean => proposal.substantive || claimed;

export function amendmentAt(state: BodyState, index: number): Amendment | undefined {
  const motion = tableGet(state.motions, index);
  return motion?.proposal.kind === 'amend-motion' ? (motion as Amendment) : undefined;
}

/** Neither put to the vote yet nor out of it. */
export const openRefusal = ({ vote, end }: Motion): Refused | null => {
  if (end !== null) return refuse('motion-ended', 'motions', { present: end.how });
  return vote === null ? null : refuse('already-put-to-vote', 'rules', { present: vote });
};

export function isDecided(state: BodyState, motion: Motion): boolean {
  if (motion.end !== null) return true;
  return motion.vote !== null && tableGet(state.votes, motion.vote)?.closed !== null;
}

/** Amendments to that motion that are still to be decided, the furthest from its text first. */
export const waitingAmendments = (state: BodyState, motion: Motion): readonly number[] =>
  motion.amendments
    .filter((index) => !isDecided(state, tableGet(state.motions, index) ?? motion))
    .toSorted((a, b) => orderOf(state, a) - orderOf(state, b));

const orderOf = (state: BodyState, index: number): number => amendmentAt(state, index)?.proposal.order ?? 0;

/** Each has a whole text of its own, so whatever still waits contradicts the one that carried; it may be tabled anew. */
export function falling(state: BodyState, motion: number, carried: number): readonly number[] {
  const amended = tableGet(state.motions, motion);
  return amended === undefined ? [] : waitingAmendments(state, amended).filter((index) => index !== carried);
}

interface Tabled extends Pick<Motion, 'matter' | 'textHash'> {
  readonly sitting: number;
  readonly proposal: ProposalOf<'amend-motion'>;
}

/** What is asked of an amendment when it is tabled, beside what its kind asks for. */
export function amendmentRefusal(state: BodyState, sitting: Sitting, tabled: Tabled): Refused | null {
  const { motion: index, order, substantive } = tabled.proposal;
  const motion = tableGet(state.motions, index);
  if (motion === undefined || motion.sitting !== tabled.sitting)
    return refuse('not-found', 'motions', { needed: `MotionTabled ${index}` });
  if (motion.matter !== tabled.matter)
    return refuse('proposal-does-not-fit-matter', 'rules', { needed: motion.matter, present: tabled.matter });
  if (motion.debateClosed) return refuse('debate-closed', 'precedence', { present: index });
  if (motion.textHash === tabled.textHash) return refuse('nothing-amended', 'motions', { present: tabled.textHash });
  const taken = waitingAmendments(state, motion).find((one) => orderOf(state, one) === order);
  if (taken !== undefined) return refuse('amendment-order-taken', 'motions', { needed: order, present: taken });
  return textRefusal(sitting, motion, tabled.textHash, substantive);
}

/** A text that the notice fixed is changed in its wording only; what changes its substance needs a new convocation. */
export const textRefusal = (sitting: Sitting, motion: Motion, hash: string, substantive: boolean): Refused | null =>
  noticeRefusal(sitting, motion.matter, substantive ? [hash] : [hash, ...textsOf(motion)]);

/** Anyone in the hall may say that an amendment changes the substance, until the motion itself is put to the vote. */
export const claimSubstantive: Handler<'ClaimSubstantive'> = {
  decide(context, { motion: index }) {
    const { state } = context;
    const amendment = amendmentAt(state, index);
    if (amendment === undefined) return refuse('not-found', 'motions', { needed: `MotionTabled ${index}` });
    if (amendment.end !== null) return refuse('motion-ended', 'motions', { present: amendment.end.how });
    if (isSubstantive(amendment)) return refuse('already-substantive', 'motions', { present: index });
    const amended = tableGet(state.motions, amendment.proposal.motion);
    const refused = amended === undefined ? null : openRefusal(amended);
    if (refused !== null) return refused;
    return accept([{ act: 'SubstanceClaimed', by: authority(context, 'motions'), data: { motion: index } }]);
  },
};
