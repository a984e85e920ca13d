import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { tableValues } from '../table.ts';

export const recordProposals: ProposalRules<'dismiss-witness'> = {
  /** The officers appoint witnesses; that one who saw too much is sent away is for the assembly to decide. */
  'dismiss-witness': {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: true,
    refuses: ({ state }, _rules, { witness }) =>
      tableValues(state.witnesses).some(({ act }) => act === witness)
        ? null
        : refuse('not-found', 'witnesses', { needed: `WitnessAppointed ${witness}` }),
    effects: ({ vote, by }, { witness }) => [{ act: 'WitnessDismissed', by, data: { witness, vote } }],
  },
};
