import type { Judgement } from '../accounts/state.ts';
import { emptyTable, tableValues } from '../table.ts';
import type { Answers } from './answer.ts';
import { ifSealed } from './proof.ts';

type Named = 'accounts-presented' | 'accounts-judged';

export const accountsAnswers: Answers<Named> = {
  /** Not sealed: it binds nobody but the committee, and what counts elsewhere is what those say who judge it. */
  'accounts-presented'({ accounts: { presented = [] } }, { index }) {
    const report = presented.find(({ act }) => act === index);
    return report === undefined ? null : { found: { until: report.until, settled: report.settled }, acts: [index] };
  },

  'accounts-judged'(state, { index }) {
    const said = tableValues(state.accounts.judgements ?? emptyTable<Judgement>()).find(({ act }) => act === index);
    if (said === undefined) return null;
    const { report, outcome } = said;
    return ifSealed(state, index, { report, outcome });
  },
};
