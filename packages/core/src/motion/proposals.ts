import { sendsTo } from '../committee/standing.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import type { ProposalRules } from './proposal-rule.ts';

export const motionProposals: ProposalRules<'forward'> = {
  forward: {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: false,
    refuses: ({ state }, _rules, { to }) =>
      sendsTo(state, to) ? null : refuse('not-affiliated', 'rules.affiliation', { needed: to }),
    effects: ({ context, motion, vote, by }, { to }) => {
      const { title, textHash } = motion;
      const index = tableGet(context.state.votes, vote)?.motion ?? 0;
      return [{ act: 'MotionForwarded', by, data: { vote, motion: index, to, title, textHash } }];
    },
  },
};
