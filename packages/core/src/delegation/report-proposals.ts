import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';

/** The assembly's word on what its delegates have reported: either way it is on record. */
export const reportProposals: ProposalRules<'judge-report'> = {
  'judge-report': {
    matters: ['ordinary', 'accounts'],
    carries: 'at-once',
    checkedAgain: false,
    refuses({ state }, _rules, { report }) {
      const made = tableGet(state.reportsMade, report);
      if (made === undefined) return refuse('not-found', 'mandates.report', { needed: `DelegateReported ${report}` });
      return made.judged === null
        ? null
        : refuse('report-already-judged', 'mandates.report', { present: made.judged.act });
    },
    /** A tie says nothing: it is put again. Of two motions on one report the first that is decided counts. */
    answers({ context: { state, at }, by }, { outcome, index }, { report }) {
      const made = tableGet(state.reportsMade, report);
      if ((outcome !== 'carried' && outcome !== 'rejected') || made === undefined || made.judged !== null) return [];
      const owed = statuteOf(state)?.mandates.report !== undefined;
      const data = { vote: index, report, outcome: outcome === 'carried' ? 'approved' : 'rejected' } as const;
      const due = data.outcome === 'rejected' && owed ? { due: at } : {};
      return [{ act: 'DelegateReportJudged', by, data: { ...data, ...due } }];
    },
  },
};
