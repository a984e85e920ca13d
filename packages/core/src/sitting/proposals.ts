import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableHas } from '../table.ts';
import { plusDays } from '../time.ts';

export const sittingProposals: ProposalRules<'ask-sitting'> = {
  /** Of a body above or below; of the body itself it is a promise that binds its officers, and consent to what the body above wants. */
  'ask-sitting': {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: true,
    refuses({ state }, rules, { of, matters }) {
      if (matters.length === 0) return refuse('matter-not-in-statute', 'rules', { needed: 'ordinary' });
      if (of === state.origin)
        return rules.convening === undefined
          ? refuse('demand-not-in-statute', 'convening', { needed: 'sitting' })
          : null;
      const known = tableHas(state.affiliates, of) || tableHas(state.requests, of);
      return known ? null : refuse('not-affiliated', 'rules.affiliation', { needed: of });
    },
    effects({ context, vote, by }, { of, matters: asked }) {
      const { state, at } = context;
      const matters = [...new Set(asked)];
      if (of !== state.origin) return [{ act: 'SittingAsked', by, data: { vote, of, matters } }];
      const due = plusDays(at, statuteOf(state)?.convening?.days ?? 0);
      return [{ act: 'SittingDemanded', by, data: { by: 'sitting', matters, supporters: 1, of: 1, due } }];
    },
  },
};
