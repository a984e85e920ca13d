import { actKey } from '../delegation/seat-key.ts';
import { findingFor } from '../facts.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import { doubleMembersSaid } from './arithmetic.ts';
import { lastDayFor } from './asked.ts';

export const consultationProposals: ProposalRules<'answer'> = {
  answer: {
    matters: ['consultation'],
    carries: 'at-once',
    checkedAgain: false,
    needs: (_ask, { consultation }) => [{ fact: 'consultation', ...consultation }],
    refuses({ state, evidence, at }, _rules, { consultation, textHash }) {
      if (state.body?.proven === null)
        return refuse('answer-unproven', 'founding', { needed: 'BodyProven', present: state.origin });
      const name = actKey(consultation.book, consultation.index);
      const asked = findingFor(evidence, { fact: 'consultation', ...consultation }).found;
      if (asked === null) return refuse('evidence-missing', 'rules.consultation', { needed: name });
      if (asked.textHash !== textHash)
        return refuse('text-changed', 'rules.consultation', { needed: asked.textHash, present: textHash });
      const deadline = lastDayFor(state, asked);
      if (asked.closed || at > deadline)
        return refuse('consultation-closed', 'rules.consultation', { needed: deadline, present: at });
      return null;
    },
    /** A base answers yes or no; a tie or an undetermined count is no answer, and the base votes again. */
    answers({ context, motion, by }, closed, { consultation, textHash }) {
      const { state, evidence } = context;
      if (closed.outcome !== 'carried' && closed.outcome !== 'rejected') return [];
      return [
        {
          act: 'ConsultationAnswered',
          by,
          data: {
            vote: closed.index,
            consultation,
            textHash,
            answer: closed.outcome === 'carried' ? 'yes' : 'no',
            ...closed.tally,
            present: closed.vote.present,
            roll: closed.vote.roll,
            ...doubleMembersSaid(state, motion.sitting),
            heldAt: tableGet(state.sittings, motion.sitting)?.startsAt ?? state.at,
          },
          cites: findingFor(evidence, { fact: 'consultation', ...consultation }).cites,
        },
      ];
    },
  },
};
