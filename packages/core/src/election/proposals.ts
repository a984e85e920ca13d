import { sendsTo } from '../committee/standing.ts';
import type { Proposal } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { termRefusal, twice } from '../motion/slate.ts';
import { isFounding } from '../officers/term.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { contestRules } from './contests.ts';

export const electionProposals: ProposalRules<'hold-election'> = {
  /** Candidates come after it is tabled, and what it does is known once the papers are counted (`close.ts`). */
  'hold-election': {
    matters: ['election'],
    carries: 'at-once',
    checkedAgain: false,
    refuses({ state, at }, rules, { to, seats, from, until }) {
      const of = to === undefined ? 'officers' : 'delegates';
      if (contestRules(rules, of).length === 0) return refuse('not-counted-here', 'elections', { needed: of });
      if ((to === undefined) !== (seats === undefined) || seats?.length === 0)
        return refuse('no-such-seat', 'elections', { needed: of, present: seats?.length ?? 0 });
      if (to !== undefined && !sendsTo(state, to)) return refuse('not-affiliated', 'rules.affiliation', { needed: to });
      const { officersMonths, delegatesMonths } = rules.terms;
      return (
        (of === 'officers'
          ? termRefusal(at, from, until, officersMonths, 'terms.officersMonths')
          : termRefusal(at, from, until, delegatesMonths, 'terms.delegatesMonths')) ?? twice((seats ?? []).map(String))
      );
    },
  },
};

/**
 * Where the statute says how candidates are counted nobody puts a list to the vote instead. At the founding there is nobody
 * yet who could have called for candidates.
 */
export function listRefusal(state: BodyState, rules: Statute, { kind }: Proposal): Refused | null {
  const of = kind === 'elect-officers' ? 'officers' : kind === 'elect-delegates' ? 'delegates' : null;
  if (of === null || contestRules(rules, of).length === 0) return null;
  if (of === 'officers' && isFounding(state)) return null;
  return refuse('counted-not-by-list', 'elections', { needed: 'hold-election', present: kind });
}
