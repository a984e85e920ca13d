import { accountsProposals } from '../accounts/decide.ts';
import { committeeAccountsProposals } from '../accounts/judge-committee.ts';
import { affiliationProposals } from '../affiliation/proposals.ts';
import { bodyProposals } from '../body/proposals.ts';
import { committeeProposals } from '../committee/proposals.ts';
import { consultationProposals } from '../consultation/proposals.ts';
import type { Context } from '../decision.ts';
import { delegationProposals } from '../delegation/proposals.ts';
import { reportProposals } from '../delegation/report-proposals.ts';
import { demandProposals } from '../demands/proposals.ts';
import { disputeProposals } from '../dispute/proposals.ts';
import { electionProposals } from '../election/proposals.ts';
import type { Need } from '../facts.ts';
import type { Ask } from '../handler.ts';
import { mandateProposals } from '../mandate/proposals.ts';
import { measureProposals } from '../measure/proposals.ts';
import { lostKeyProposals } from '../officers/lost-key.ts';
import { officerProposals } from '../officers/proposals.ts';
import { recallProposals } from '../recall/proposals.ts';
import { recordProposals } from '../record/proposals.ts';
import { type Refused, refuse } from '../refusal.ts';
import { challengeProposals } from '../resolution/challenge-proposals.ts';
import { resolutionProposals } from '../resolution/proposals.ts';
import { isSuspended } from '../resolution/ratification.ts';
import { rollProposals } from '../roll/proposals.ts';
import { isOfCrowd } from '../sitting/find.ts';
import { minutesProposals } from '../sitting/minutes.ts';
import { sittingProposals } from '../sitting/proposals.ts';
import { regulariseProposals } from '../sitting/regularise.ts';
import { splitProposals } from '../split/proposals.ts';
import type { BodyState, Motion } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { statuteProposals } from '../statute/proposals.ts';
import { supplyProposals } from '../supply/plan.ts';
import { territoryProposals } from '../territory/proposals.ts';
import { voteProposals } from '../vote/proposals.ts';
import { amendmentProposals } from './amendment.ts';
import type { Proposal } from './proposal.ts';
import type { ProposalKind, ProposalRule, ProposalRules } from './proposal-rule.ts';
import { motionProposals } from './proposals.ts';

const rulesByKind: ProposalRules<ProposalKind> = {
  ...officerProposals,
  ...lostKeyProposals,
  ...delegationProposals,
  ...reportProposals,
  ...accountsProposals,
  ...committeeAccountsProposals,
  ...recallProposals,
  ...affiliationProposals,
  ...bodyProposals,
  ...splitProposals,
  ...territoryProposals,
  ...supplyProposals,
  ...committeeProposals,
  ...rollProposals,
  ...mandateProposals,
  ...consultationProposals,
  ...motionProposals,
  ...amendmentProposals,
  ...resolutionProposals,
  ...measureProposals,
  ...challengeProposals,
  ...demandProposals,
  ...disputeProposals,
  ...statuteProposals,
  ...sittingProposals,
  ...minutesProposals,
  ...regulariseProposals,
  ...recordProposals,
  ...voteProposals,
  ...electionProposals,
};

/** The rule of a proposal's kind; what it is handed must be of that kind. */
export const proposalRule = ({ kind }: Proposal): ProposalRule<ProposalKind> =>
  rulesByKind[kind] as ProposalRule<ProposalKind>;

export const proposalNeeds = (ask: Pick<Ask, 'state'>, proposal: Proposal): readonly Need[] =>
  proposalRule(proposal).needs?.(ask, proposal) ?? [];

export function proposalRefusal(context: Context, rules: Statute, matter: Matter, proposal: Proposal): Refused | null {
  const { matters, refuses } = proposalRule(proposal);
  if (!matters.includes(matter))
    return refuse('proposal-does-not-fit-matter', 'rules', { needed: matters.join(' | '), present: matter });
  return refuses?.(context, rules, proposal, matter) ?? null;
}

/** Does what this motion decides wait for the bases before it takes effect (invariant 6)? */
export function waitsForBases(
  state: BodyState,
  rules: Statute,
  { proposal, matter, sitting }: Pick<Motion, 'proposal' | 'matter' | 'sitting'>,
): boolean {
  if (isOfCrowd(state, sitting)) return true;
  const rule = proposalRule(proposal);
  if (rule.carries === 'at-once') return false;
  return rule.waits?.(state, proposal) ?? isSuspended(state, rules, matter);
}
