import type { ProposalOf } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { twice } from '../motion/slate.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { committeeOf, longestLife } from './standing.ts';
import type { Charter } from './state.ts';

export const committeeProposals: ProposalRules<'form-committee' | 'end-committee' | 'report'> = {
  'form-committee': {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    refuses: ({ state, at }, rules, proposal) =>
      parentsRefusal(state, proposal) ??
      (tableHas(state.committees, proposal.committee)
        ? refuse('already-so', 'committees', { present: tableGet(state.committees, proposal.committee)?.act ?? 0 })
        : null) ??
      lifeRefusal(rules, at, proposal.until),
    effects({ context, vote, motion, by }, { kind: _kind, until, ...given }) {
      const rules = statuteOf(context.state);
      if (rules === null) return [];
      const last = until ?? longestLife(rules, context.at);
      return [{ act: 'CommitteeFormed', by, data: { vote, ...given, until: last, textHash: motion.textHash } }];
    },
  },

  /** Powers are taken back as a delegate is recalled: under the same rule, by any one of those who gave them. */
  'end-committee': {
    matters: ['recall'],
    carries: 'at-once',
    checkedAgain: true,
    refuses: ({ state }, _rules, { committee }) =>
      committeeOf(state, committee) === null ? refuse('not-found', 'committees', { needed: committee }) : null,
    effects: ({ vote, by }, { committee }) => [{ act: 'CommitteeEnded', by, data: { vote, committee } }],
  },

  /** The text of the motion is the report. */
  report: {
    matters: ['accounts'],
    carries: 'at-once',
    checkedAgain: true,
    refuses: ({ state }) =>
      state.body?.charter === undefined ? refuse('not-allowed', 'committees', { needed: 'CommitteeFormed' }) : null,
    effects({ context, vote, motion, tabled, by }) {
      const { state, at } = context;
      const charter = state.body?.charter;
      const { textHash } = motion;
      const due = charter === undefined ? {} : nextReport(charter, at);
      return [{ act: 'CommitteeReported', by, data: { vote, motion: tabled, textHash, ...due } }];
    },
  },
};

/** Until its last day a committee reports every so many days. */
export function nextReport(
  { reportDays, until }: Pick<Charter, 'reportDays' | 'until'>,
  at: Time,
): { readonly reportDue?: Time } {
  const reportDue = plusDays(at, reportDays);
  return reportDue < until ? { reportDue } : {};
}

/** Whoever votes it is one of those it will answer to; a committee forms no committee of its own. */
function parentsRefusal(state: BodyState, { committee, parents }: ProposalOf<'form-committee'>): Refused | null {
  const named = parents.map(({ body }) => body);
  if (state.body?.kind === 'committee' || !named.includes(state.origin) || named.includes(committee))
    return refuse('not-a-parent', 'committees', { needed: state.origin, present: named.join(', ') });
  return twice(named);
}

function lifeRefusal(rules: Statute, at: Time, until: Time | undefined): Refused | null {
  const needed = longestLife(rules, at);
  return until === undefined || (until > at && until <= needed)
    ? null
    : refuse('term-too-long', 'committees', { needed, present: until });
}
