import { rollNeed } from '../affiliation/review.ts';
import type { Context } from '../decision.ts';
import { findingFor } from '../facts.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';

/** Within this many days an ordered audit is shown, where the statute sets no challenge period. */
const days = 30;

export const rollProposals: ProposalRules<'order-audit'> = {
  'order-audit': {
    matters: ['affiliation'],
    carries: 'at-once',
    checkedAgain: true,
    needs: ({ state }, { below }) => [rollNeed(state, below)],
    refuses(context, rules, { below }) {
      const affiliate = tableGet(context.state.affiliates, below);
      if (affiliate === undefined || affiliate.ended !== undefined)
        return refuse('not-affiliated', 'rules.affiliation', { needed: below });
      if (rules.roll.sample === undefined) return refuse('audit-not-in-statute', 'roll.sample');
      return sampleOf(context, rules, below) > 0 ? null : refuse('no-roll-shown', 'roll.sample', { needed: below });
    },
    effects({ context, vote, by }, { below }) {
      const rules = statuteOf(context.state);
      if (rules === null) return [];
      const due = plusDays(context.at, rules.challenge?.days ?? days);
      const { cites } = findingFor(context.evidence, rollNeed(context.state, below));
      return [
        { act: 'RollAuditOrdered', by, data: { vote, below, sample: sampleOf(context, rules, below), due }, cites },
      ];
    },
  },
};

/** Begun members counted whole. */
function sampleOf({ state, evidence }: Context, { roll }: Statute, below: string): number {
  const { num, den } = roll.sample ?? { num: 0, den: 1 };
  const size = findingFor(evidence, rollNeed(state, below)).found?.size ?? 0;
  return Math.min(size, Math.ceil((size * num) / den));
}
