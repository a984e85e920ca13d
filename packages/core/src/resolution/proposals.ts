import type { ProposalRules } from '../motion/proposal-rule.ts';
import { tasksOf, tasksRefusal } from '../task/decide.ts';
import { conditionActs, conditionRefusal } from './conditions.ts';

export const resolutionProposals: ProposalRules<'resolution' | 'pact'> = {
  resolution: {
    matters: ['ordinary', 'accounts', 'dissolution'],
    carries: 'as-resolution',
    checkedAgain: false,
    records: conditionActs,
    refuses: (context, rules, proposal) =>
      conditionRefusal(context, rules, proposal) ?? tasksRefusal(context, rules, proposal),
    effects: tasksOf,
  },

  pact: {
    matters: ['pact'],
    carries: 'as-resolution',
    checkedAgain: false,
    /** What was agreed with others is on record at once, whatever it is called; it is in force when the bases say so. */
    records: ({ vote, resolution, motion, by }, { with: other }) => [
      { act: 'PactRecorded', by, data: { vote, resolution, with: other, textHash: motion.textHash } },
    ],
  },
};
