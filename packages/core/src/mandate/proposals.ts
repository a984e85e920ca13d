import { turnoutOf } from '@cabildo/count';
import { actKey } from '../delegation/seat-key.ts';
import { findingFor } from '../facts.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';

export const mandateProposals: ProposalRules<'mandate'> = {
  mandate: {
    matters: ['mandate'],
    carries: 'at-once',
    checkedAgain: false,
    needs: (_ask, { on }) => [{ fact: 'motion-text', book: on.book, index: on.index }],
    refuses({ evidence }, _rules, { on, textHash, instruction, divided }) {
      if ((instruction === 'split') !== (divided !== undefined) || (divided !== undefined && turnoutOf(divided) === 0))
        return refuse('division-missing', 'mandates.split', { needed: 'split', present: instruction });
      const text = findingFor(evidence, { fact: 'motion-text', book: on.book, index: on.index }).found;
      if (text === null) return refuse('evidence-missing', 'rules.mandate', { needed: actKey(on.book, on.index) });
      if (!text.texts.includes(textHash))
        return refuse('text-changed', 'rules.mandate', { needed: text.textHash, present: textHash });
      return text.open ? null : refuse('vote-closed', 'rules.mandate', { present: actKey(on.book, on.index) });
    },
    effects: ({ context, vote, by }, { on, textHash, instruction, divided, redLines }) => {
      const lines = redLines === undefined ? {} : { redLines };
      const { cites } = findingFor(context.evidence, { fact: 'motion-text', book: on.book, index: on.index });
      if (instruction === 'split')
        return divided === undefined
          ? []
          : [{ act: 'MandateDivided', by, data: { vote, on, textHash, ...divided, ...lines }, cites }];
      return [{ act: 'MandateGiven', by, data: { vote, on, textHash, instruction, ...lines }, cites }];
    },
  },
};
