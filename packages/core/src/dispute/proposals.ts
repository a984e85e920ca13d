import { belongs, firstBook } from '../affiliation/lineage.ts';
import type { DraftAct } from '../decision.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { tableGet, tableHas } from '../table.ts';

export const disputeProposals: ProposalRules<'settle-dispute'> = {
  /**
   * The assembly says to whom the seat belongs. The others' seats here end with it, and one that had none still has to be
   * admitted: nothing is merged, and nobody takes another's place by itself. Without a holder each stands as before.
   */
  'settle-dispute': {
    matters: ['affiliation'],
    carries: 'may-wait',
    checkedAgain: true,
    refuses({ state }, _rules, { dispute: index, holder }) {
      const dispute = tableGet(state.disputes, index);
      if (dispute === undefined) return refuse('not-found', 'disputes', { needed: `ClaimDisputed ${index}` });
      if (dispute.settled !== null) return refuse('already-so', 'disputes', { present: dispute.settled.act });
      const named = dispute.claimants.map(({ book }) => book);
      return holder === undefined || named.includes(holder)
        ? null
        : refuse('not-a-claimant', 'disputes', { needed: named.join(', '), present: holder });
    },
    effects({ context, vote, by }, { dispute, holder }) {
      const { state } = context;
      const settled: DraftAct = {
        act: 'DisputeSettled',
        by,
        data: { dispute, vote, ...(holder === undefined ? {} : { holder }) },
      };
      const claimants = holder === undefined ? [] : (tableGet(state.disputes, dispute)?.claimants ?? []);
      const others = claimants.filter(
        ({ book }) =>
          firstBook(book) !== firstBook(holder ?? '') && tableHas(state.affiliates, book) && belongs(state, book),
      );
      return [
        settled,
        ...others.map(
          ({ book }): DraftAct => ({ act: 'AffiliationEnded', by, data: { other: book, side: 'excluded', vote } }),
        ),
      ];
    },
  },
};
