import type { Context, DraftAct } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { ProposalOf } from '../motion/proposal.ts';
import type { Carried, ProposalRules } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import type { Matter } from '../statute/fields.ts';
import { irregularAt, irregularKey, irregularText } from './irregular.ts';

type Regularise = ProposalOf<'regularise'>;

/** These befall only what is not ordinary: it does not become ordinary by being late. */
const neverOrdinary: ReadonlySet<string> = new Set(['not-in-notice', 'text-not-in-notice', 'after-closing-hour']);

/**
 * The same text once more, in a sitting that can decide it: under the matter that it was of, with that matter's notice,
 * quorum, majority and ratification. Nothing is made good backwards. What does more than its words say (an election, a
 * statute, a measure) is decided by its own kind of proposal on the same text; `besides` says then what that makes good.
 */
export const regulariseProposals: ProposalRules<'regularise'> = {
  regularise: {
    matters: ['ordinary', 'accounts', 'pact'],
    carries: 'as-resolution',
    checkedAgain: true,
    needs: ({ state }, proposal) => textNeeds(state, proposal),
    refuses({ state }, _rules, proposal, matter) {
      const key = irregularKey(proposal);
      const found = irregularAt(state, proposal);
      if (found === undefined) return refuse('nothing-irregular', 'calls', { present: key });
      if (found.regularised !== null) return refuse('already-regularised', 'calls', { present: found.regularised });
      return matterRefusal(found, matter);
    },
    effects: ({ vote, by }, proposal) => [regularised(vote, by, proposal)],
  },
};

function matterRefusal(found: NonNullable<ReturnType<typeof irregularAt>>, matter: Matter): Refused | null {
  if (found.kind === 'late')
    return found.matter === matter
      ? null
      : refuse('proposal-does-not-fit-matter', 'rules', { needed: found.matter, present: matter });
  const heavier = found.irregularities.some((one) => neverOrdinary.has(one));
  return heavier && matter === 'ordinary'
    ? refuse('proposal-does-not-fit-matter', 'rules', { needed: 'accounts | pact', present: matter })
    : null;
}

/** What is put is what was done, word for word. */
export function regularisedText(
  { state, evidence }: Pick<Context, 'state' | 'evidence'>,
  proposal: Regularise,
  textHash: string,
): Refused | null {
  const found = irregularAt(state, proposal);
  if (found === undefined) return null;
  const needed =
    found.kind === 'late'
      ? found.textHash
      : (findingFor(evidence, { fact: 'sha256', text: found.what }).found?.hash ?? '');
  return needed === textHash ? null : refuse('text-changed', 'calls', { needed, present: textHash });
}

function textNeeds(state: BodyState, proposal: Regularise): readonly NeedOf<'sha256'>[] {
  const found = irregularAt(state, proposal);
  return found?.kind === 'recorded' ? [{ fact: 'sha256', text: found.what }] : [];
}

/** Beside what a motion does: an irregular decision of the same text and matter has its effect by it. */
export function besides(state: BodyState, { motion, vote, by }: Omit<Carried, 'context'>): readonly DraftAct[] {
  if (motion.proposal.kind === 'regularise') return [];
  const which = irregularText(state, motion.matter, motion.textHash);
  return which === null ? [] : [regularised(vote, by, which)];
}

const regularised = (
  vote: number,
  by: Carried['by'],
  { act, decision }: { readonly act: number; readonly decision?: number | undefined },
): DraftAct => ({
  act: 'ActRegularised',
  by,
  data: { act, ...(decision === undefined ? {} : { decision }), vote },
});
