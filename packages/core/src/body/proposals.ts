import type { ProposalRules } from '../motion/proposal-rule.ts';

export const bodyProposals: ProposalRules<'dissolve'> = {
  dissolve: {
    matters: ['dissolution'],
    carries: 'may-wait',
    checkedAgain: false,
    effects: ({ vote, by }, { assetsTo }) => [{ act: 'BodyDissolved', by, data: { vote, assetsTo } }],
  },
};
