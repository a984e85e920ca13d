import type { Proposal } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { twice } from '../motion/slate.ts';
import { type Refused, refuse } from '../refusal.ts';
import { holderNeeds, strangers } from '../roll/strangers.ts';
import type { Sitting } from '../state.ts';
import { conveningOf } from '../statute/convening.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { plusDays } from '../time.ts';
import { asAsked, textsRefusal } from './demand-name.ts';

export const sittingProposals: ProposalRules<'ask-sitting' | 'elect-presidium' | 'recall-presidium'> = {
  /** Of a body above or below; of the body itself it is a promise that binds its officers, and consent to what the body above wants. */
  'ask-sitting': {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: true,
    refuses({ state }, _rules, { of, matters, texts }) {
      if (matters.length === 0) return refuse('matter-not-in-statute', 'rules', { needed: 'ordinary' });
      const refused = textsRefusal({ matters, texts });
      if (refused !== null || of === state.origin) return refused;
      const known = tableHas(state.affiliates, of) || tableHas(state.requests, of);
      return known ? null : refuse('not-affiliated', 'rules.affiliation', { needed: of });
    },
    effects({ context, vote, by }, { of, ...demanded }) {
      const { state, at } = context;
      const asked = asAsked(demanded);
      if (of !== state.origin) return [{ act: 'SittingAsked', by, data: { vote, of, ...asked } }];
      const rules = statuteOf(state);
      const due = plusDays(at, rules === null ? 0 : conveningOf(rules).days);
      return [{ act: 'SittingDemanded', by, data: { by: 'sitting', ...asked, supporters: 1, of: 1, due } }];
    },
  },

  /** Ordinary business of the sitting itself: it runs this sitting and nothing else. */
  'elect-presidium': {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: true,
    needs: ({ state }, { holders }) => holders.flatMap(({ holder }) => holderNeeds(state, holder)),
    refuses(context, rules, { holders }) {
      const offices = rules.presidium?.offices ?? [];
      const unknown = holders.find(({ office }) => !offices.includes(office));
      if (unknown !== undefined) return refuse('office-not-in-statute', 'presidium', { needed: unknown.office });
      if (holders.length === 0) return refuse('offices-missing', 'presidium', { needed: offices.join(' | ') });
      return (
        twice(holders.map(({ holder }) => holder)) ??
        twice(holders.map(({ office }) => office)) ??
        strangers(
          context,
          holders.map(({ holder }) => holder),
        )
      );
    },
    effects: ({ vote, motion, by }, { holders }) => [
      { act: 'PresidiumElected', by, data: { sitting: motion.sitting, vote, holders } },
    ],
  },

  'recall-presidium': {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: false,
    effects({ context, vote, motion, by }, { office }) {
      const { presidium } = tableGet(context.state.sittings, motion.sitting) ?? { presidium: [] };
      if (!presidium.some((one) => one.office === office)) return [];
      return [{ act: 'PresidiumRecalled', by, data: { sitting: motion.sitting, vote, office } }];
    },
  },
};

/** Where the statute has each sitting elect its presidium, that comes before anything else is put. */
export function presidiumFirst(rules: Statute, sitting: Sitting, proposal: Proposal): Refused | null {
  if (proposal.kind === 'recall-presidium') {
    const held = sitting.presidium.some(({ office }) => office === proposal.office);
    return held ? null : refuse('not-found', 'presidium', { needed: proposal.office });
  }
  const elects = proposal.kind === 'elect-presidium' || sitting.kind === 'founding';
  // A crowd elects nobody: the officers preside.
  if (rules.presidium === undefined || sitting.presidium.length > 0 || elects || sitting.crowd !== null) return null;
  return refuse('presidium-first', 'presidium', { needed: rules.presidium.offices.join(' | ') });
}
