/** What an assembly says of the accounts of its committee, and how that comes into the committee’s book. */
import { lineage } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { actKey } from '../delegation/seat-key.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { emptyTable, tableGet, tableHas } from '../table.ts';
import { outcomeOf, parentNamed, presentedAt } from './presented.ts';
import type { Judgement } from './state.ts';

type Report = Judgement['report'];

const presentedNeed = (report: Report): NeedOf<'accounts-presented'> => ({ fact: 'accounts-presented', ...report });

/** Also of a committee that is over, or that this body has ended: it answers for what it did. */
const hasFormed = ({ committees }: BodyState, book: string): boolean =>
  lineage(book).some((one) => tableHas(committees, one));

export const judgementOf = ({ accounts }: Pick<BodyState, 'accounts'>, { book, index }: Report): Judgement | null =>
  tableGet(accounts.judgements ?? emptyTable<Judgement>(), actKey(book, index)) ?? null;

export const committeeAccountsProposals: ProposalRules<'judge-committee'> = {
  'judge-committee': {
    matters: ['ordinary', 'accounts'],
    carries: 'at-once',
    checkedAgain: false,
    needs: (_ask, { report }) => [presentedNeed(report)],
    refuses({ state, evidence }, _rules, { report }) {
      if (!hasFormed(state, report.book)) return refuse('not-found', 'committees', { needed: report.book });
      const said = judgementOf(state, report);
      if (said !== null) return refuse('report-already-judged', 'committees', { present: said.act });
      const { found } = findingFor(evidence, presentedNeed(report));
      if (found === null)
        return refuse('evidence-missing', 'committees', { needed: actKey(report.book, report.index) });
      return found.settled === null
        ? null
        : refuse('report-already-judged', 'committees', { present: actKey(report.book, found.settled) });
    },
    /** A tie says nothing: it is put again. What was settled meanwhile the assembly has still judged. */
    answers({ context: { state, evidence }, by }, { outcome, index }, { report }) {
      if ((outcome !== 'carried' && outcome !== 'rejected') || judgementOf(state, report) !== null) return [];
      const { found, cites } = findingFor(evidence, presentedNeed(report));
      const data = { vote: index, report, outcome: outcome === 'carried' ? 'approved' : 'rejected' } as const;
      const until = found === null ? {} : { until: found.until };
      return [{ act: 'CommitteeAccountsJudged', by, data: { ...data, ...until }, cites }];
    },
  },
};

const judgedNeed = (judgement: Report): NeedOf<'accounts-judged'> => ({ fact: 'accounts-judged', ...judgement });

export const showAccountsJudgement: Handler<'ShowAccountsJudgement'> = {
  needs: (_ask, { judgement }) => [judgedNeed(judgement)],
  decide(context, { judgement }) {
    const { state, evidence } = context;
    if (state.body?.charter === undefined) return refuse('not-allowed', 'committees', { needed: 'CommitteeFormed' });
    const parent = parentNamed(state, judgement.book);
    if (parent === null) return refuse('not-a-parent', 'committees', { needed: judgement.book });
    const { found, cites } = findingFor(evidence, judgedNeed(judgement));
    if (found === null)
      return refuse('evidence-missing', 'committees', { needed: actKey(judgement.book, judgement.index) });
    const { report: of, outcome } = found;
    const report = of.book === state.origin ? presentedAt(state, of.index) : null;
    if (report === null)
      return refuse('not-found', 'committees', { needed: `AccountsPresented ${actKey(of.book, of.index)}` });
    const before = report.judged.find((one) => one.parent === parent)?.act ?? report.settled;
    if (before !== null) return refuse('report-already-judged', 'committees', { present: before });
    const by = authority(context, 'committees');
    const data = { report: report.act, parent, outcome, from: judgement };
    const settled = outcomeOf(state, [...report.judged, data]);
    const { act, judged: _judged, settled: _settled, ...figures } = report;
    return accept([
      { act: 'AccountsJudgementShown', by, data, cites },
      ...(settled === null
        ? []
        : [{ act: 'AccountsReported', by, data: { ...figures, outcome: settled, report: act } } as const]),
    ]);
  },
};
