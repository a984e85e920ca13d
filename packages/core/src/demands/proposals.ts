import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { demandAt } from './decide.ts';

export const demandProposals: ProposalRules<'demand-list' | 'change-demand'> = {
  'demand-list': {
    matters: ['ordinary', 'measure'],
    carries: 'as-resolution',
    checkedAgain: false,
    effects: ({ vote, resolution, by }, { demands }) => [
      { act: 'DemandListAdopted', by, data: { vote, resolution, demands } },
    ],
  },

  /** Dropping a demand is lifting, and so is calling one met whose report somebody has challenged. */
  'change-demand': {
    matters: ['ordinary', 'measure', 'lifting'],
    carries: 'as-resolution',
    checkedAgain: true,
    refuses({ state }, _rules, { list, number, state: next }, matter) {
      const found = demandAt(state, list, number);
      if (!found.ok) return found;
      const { state: now, challenged } = found.value;
      if (now === next) return refuse('already-so', 'ratification', { present: now });
      const lifts = next === 'dropped' || (next === 'met' && challenged);
      return lifts === (matter === 'lifting')
        ? null
        : refuse('proposal-does-not-fit-matter', 'ratification', {
            needed: lifts ? 'lifting' : 'ordinary | measure',
            present: matter,
          });
    },
    effects: ({ by }, { list, number, state }) => [{ act: 'DemandStateChanged', by, data: { list, number, state } }],
  },
};
