import { findingFor } from '../facts.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { tableHas } from '../table.ts';
import { admissible, admissionNeeds, requestNeed } from './admission.ts';
import { cycleRefusal, wayUpFrom } from './cycle.ts';
import { belongs, hasRequested } from './lineage.ts';

export const affiliationProposals: ProposalRules<'request-affiliation' | 'admit' | 'leave' | 'exclude'> = {
  'request-affiliation': {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    needs: ({ state }, { to }) => [wayUpFrom(state, to)],
    refuses({ state, evidence }, _rules, { to }) {
      if (to === state.origin) return refuse('not-allowed', 'rules.affiliation');
      if (hasRequested(state, to)) return refuse('already-affiliated', 'rules.affiliation');
      return cycleRefusal(evidence, wayUpFrom(state, to));
    },
    effects: ({ vote, by }, { to, toKey }) => [{ act: 'AffiliationRequested', by, data: { vote, to, toKey } }],
  },

  admit: {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    needs: ({ state }, proposal) => admissionNeeds(state, proposal),
    refuses: ({ state, evidence }, _rules, proposal) => admissible(state, evidence, proposal),
    effects: ({ context, by }, { below, key, title, entitlement }) => [
      {
        act: 'AffiliationAdmitted',
        by,
        data: { below, key, title, entitlement },
        cites: findingFor(context.evidence, requestNeed(context.state, below)).cites,
      },
    ],
  },

  /** What a body has joined it can leave, also before it was admitted. */
  leave: {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    refuses: ({ state }, _rules, { above }) =>
      hasRequested(state, above) ? null : refuse('not-affiliated', 'rules.affiliation', { needed: above }),
    effects: ({ vote, by }, { above }) => [{ act: 'AffiliationEnded', by, data: { other: above, side: 'left', vote } }],
  },

  exclude: {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    refuses: ({ state }, _rules, { below }) =>
      tableHas(state.affiliates, below) && belongs(state, below)
        ? null
        : refuse('not-affiliated', 'rules.affiliation', { needed: below }),
    effects: ({ vote, by }, { below }) => [
      { act: 'AffiliationEnded', by, data: { other: below, side: 'excluded', vote } },
    ],
  },
};
