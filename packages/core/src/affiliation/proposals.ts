import { findingFor } from '../facts.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { admissible } from './admission.ts';
import { hasRequested, isAffiliated } from './lineage.ts';

export const affiliationProposals: ProposalRules<'request-affiliation' | 'admit'> = {
  'request-affiliation': {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    refuses: ({ state }, _rules, { to }) =>
      to === state.origin
        ? refuse('not-allowed', 'rules.affiliation')
        : hasRequested(state, to)
          ? refuse('already-affiliated', 'rules.affiliation')
          : null,
    effects: ({ vote, by }, { to, toKey }) => [{ act: 'AffiliationRequested', by, data: { vote, to, toKey } }],
  },

  admit: {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    needs: ({ state }, { below }) => [{ fact: 'affiliation-request', book: below, to: state.origin }],
    refuses({ state, evidence }, _rules, proposal) {
      if (isAffiliated(state, proposal.below)) return refuse('already-affiliated', 'rules.affiliation');
      const need = { fact: 'affiliation-request', book: proposal.below, to: state.origin } as const;
      return admissible(state, proposal, findingFor(evidence, need));
    },
    effects: ({ context, by }, { below, key, title, entitlement }) => [
      {
        act: 'AffiliationAdmitted',
        by,
        data: { below, key, title, entitlement },
        cites: findingFor(context.evidence, { fact: 'affiliation-request', book: below, to: context.state.origin })
          .cites,
      },
    ],
  },
};
