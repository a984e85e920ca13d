import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { tableGet, tableHas } from '../table.ts';
import { admissible, admissionCites, admissionNeeds } from './admission.ts';
import { cycleRefusal, wayUpFrom } from './cycle.ts';
import { entitlementRefusal } from './entitlement.ts';
import { belongs, hasRequested } from './lineage.ts';

export const affiliationProposals: ProposalRules<
  'request-affiliation' | 'admit' | 'change-entitlement' | 'leave' | 'exclude'
> = {
  'request-affiliation': {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    needs: ({ state }, { to }) => [wayUpFrom(state, to)],
    refuses({ state, evidence }, _rules, { to }) {
      if (to === state.origin) return refuse('affiliation-cycle', 'rules.affiliation', { present: to });
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
    effects: ({ context, by }, { kind: _kind, ...data }) => [
      {
        act: 'AffiliationAdmitted',
        by,
        data,
        cites: admissionCites(context.state, context.evidence, data.below),
      },
    ],
  },

  /** Where the statute says nothing of seats, or names classes: there the assembly says in which one a body is. */
  'change-entitlement': {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    refuses({ state }, rules, { below, seats, class: named }) {
      const affiliate = tableGet(state.affiliates, below);
      if (affiliate === undefined || !belongs(state, below))
        return refuse('not-affiliated', 'rules.affiliation', { needed: below });
      if (state.body?.charter !== undefined)
        return refuse('entitlement-by-admission', 'committees', { present: affiliate.entitlement });
      const { members = null } = affiliate;
      return entitlementRefusal(rules, seats, { members, class: named ?? affiliate.class });
    },
    effects: ({ vote, by }, { kind: _kind, ...data }) => [{ act: 'EntitlementChanged', by, data: { ...data, vote } }],
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
