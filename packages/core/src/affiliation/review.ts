import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { lastOrder, membersOf, seatsByStatute } from './entitlement.ts';

/** Anyone may have the seats of a body below recalculated from the statute and from the roll that its book shows. */
export const reviewEntitlement: Handler<'ReviewEntitlement'> = {
  needs: ({ state }, { below }) => [rollNeed(state, below)],
  decide(context, { below }) {
    const { state, at, evidence } = context;
    const affiliate = tableGet(state.affiliates, below);
    const rules = statuteOf(state);
    if (affiliate === undefined || affiliate.ended !== undefined || rules === null)
      return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    const { found, cites } = findingFor(evidence, rollNeed(state, below));
    const members = found === null ? (affiliate.members ?? null) : membersOf(found, lastOrder(state, below), at);
    const given = seatsByStatute(rules, { members, class: affiliate.class });
    const seats = given === null ? null : Math.min(given, affiliate.cap ?? given);
    // A committee's seats are as its parents have voted them.
    if (seats === null || state.body?.charter !== undefined)
      return refuse('entitlement-by-admission', 'entitlement', { present: affiliate.entitlement });
    if (seats === affiliate.entitlement && members === (affiliate.members ?? null))
      return refuse('entitlement-unchanged', 'entitlement', { present: seats });
    const shown = found === null ? {} : { from: { book: below, index: found.index } };
    const counted = members === null ? {} : { members };
    return accept([
      {
        act: 'EntitlementChanged',
        by: authority(context, 'entitlement'),
        data: { below, seats, ...counted, ...shown },
        cites,
      },
    ]);
  },
};

export const rollNeed = ({ origin }: Pick<BodyState, 'origin'>, book: string): NeedOf<'roll-shown'> => ({
  fact: 'roll-shown',
  book,
  to: origin,
});
