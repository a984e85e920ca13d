import { sendsTo } from '../committee/standing.ts';
import { refuse } from '../refusal.ts';
import type { ProposalRules } from './proposal-rule.ts';

export const motionProposals: ProposalRules<'forward'> = {
  forward: {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: false,
    refuses: ({ state }, _rules, { to }) =>
      sendsTo(state, to) ? null : refuse('not-affiliated', 'rules.affiliation', { needed: to }),
    effects: ({ motion, tabled, vote, by }, { to }) => {
      const { title, textHash } = motion;
      return [{ act: 'MotionForwarded', by, data: { vote, motion: tabled, to, title, textHash } }];
    },
  },
};
