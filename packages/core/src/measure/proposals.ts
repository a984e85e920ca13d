import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';

export const measureProposals: ProposalRules<'measure' | 'lift'> = {
  measure: {
    matters: ['measure'],
    carries: 'as-resolution',
    checkedAgain: false,
    effects: ({ vote, resolution, by }, { what, place, from }) => [
      { act: 'MeasureDeclared', by, data: { vote, resolution, what, place, from } },
    ],
  },

  lift: {
    matters: ['lifting'],
    carries: 'as-resolution',
    checkedAgain: true,
    refuses({ state }, _rules, { measure: index }) {
      const measure = tableGet(state.measures, index);
      if (measure === undefined) return refuse('not-found', 'rules.measure', { needed: `MeasureDeclared ${index}` });
      return measure.lifted === null
        ? null
        : refuse('measure-not-in-force', 'rules.measure', { present: measure.lifted.act });
    },
    effects: ({ resolution, by }, { measure, how }) => [
      { act: 'MeasureLifted', by, data: { measure, resolution, how } },
    ],
  },
};
