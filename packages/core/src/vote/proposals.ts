import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { type Matter, matters } from '../statute/fields.ts';
import { tableGet } from '../table.ts';

const every: readonly Matter[] = matters;

export const voteProposals: ProposalRules<'annul-vote'> = {
  /**
   * A vote that went wrong is taken again when the hall says so, under the rule of its own matter, and only where nothing
   * has come of it: what has taken effect is reversed by an act of its own (a recall, a lifting, a revocation), which no
   * annulment may get around.
   */
  'annul-vote': {
    matters: every,
    carries: 'at-once',
    checkedAgain: true,
    refuses({ state }, _rules, { vote: index }, matter) {
      const vote = tableGet(state.votes, index);
      const motion = vote === undefined ? undefined : tableGet(state.motions, vote.motion);
      if (vote === undefined || motion === undefined)
        return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
      if (vote.closed === null) return refuse('vote-still-open', 'rules', { present: index });
      const { outcome } = vote.closed;
      if (matter !== motion.matter)
        return refuse('proposal-does-not-fit-matter', 'rules', { needed: motion.matter, present: matter });
      // A base's answer takes effect above whichever way it goes.
      if (outcome === 'carried' || outcome === 'annulled' || motion.proposal.kind === 'answer')
        return refuse('vote-has-effect', 'rules', { present: outcome });
      return null;
    },
    effects: ({ vote: decidedBy, by }, { vote, reason }) => [
      { act: 'VoteAnnulled', by, data: { vote, reason, decidedBy } },
    ],
  },
};
