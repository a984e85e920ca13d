import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableValues } from '../table.ts';
import { waitingUnder } from './waiting.ts';

/** The body's own statement of how long its roll is. Sealed, it can be shown to the bodies above. */
export const countRoll: Handler<'CountRoll'> = {
  needs: ({ state }) => [rollNeed(state)],
  decide(context, { doubleMembers }) {
    const { state, evidence } = context;
    if (state.body?.kind !== 'base') return refuse('not-allowed', 'roll', { needed: 'base' });
    const { size, root } = findingFor(evidence, rollNeed(state)).found ?? { size: 0, root: '' };
    if (doubleMembers > size) return refuse('more-than-the-roll', 'roll', { needed: size, present: doubleMembers });
    return accept([{ act: 'RollCounted', by: authority(context, 'roll'), data: { size, root, doubleMembers } }]);
  },
};

/** What a sample of the roll has shown, by order of the body above. Sealed by the officers whose roll it is. */
export const auditRoll: Handler<'AuditRoll'> = {
  needs: ({ state }, { order }) => [orderNeed(state, order)],
  decide(context, { order, sampled, confirmed }) {
    const { state, evidence } = context;
    const { found, cites } = findingFor(evidence, orderNeed(state, order));
    if (found === null) return refuse('evidence-missing', 'roll.sample', { needed: order.book });
    const size = tableValues(state.rollCounts).at(-1)?.size ?? 0;
    const needed = Math.min(found.sample, size);
    if (sampled < needed) return refuse('sample-too-small', 'roll.sample', { needed, present: sampled });
    if (sampled > size) return refuse('more-than-the-roll', 'roll.sample', { needed: size, present: sampled });
    if (confirmed > sampled)
      return refuse('more-than-the-roll', 'roll.sample', { needed: sampled, present: confirmed });
    return accept([
      {
        act: 'RollAudited',
        by: authority(context, 'roll.sample'),
        data: { size, sampled, confirmed, orderedBy: order },
        cites,
      },
    ]);
  },
};

const rollNeed = (state: BodyState): NeedOf<'roll'> => ({
  fact: 'roll',
  waiting: waitingUnder(state),
});

const orderNeed = (
  { origin }: BodyState,
  { book, index }: { readonly book: string; readonly index: number },
): NeedOf<'audit-order'> => ({ fact: 'audit-order', book, index, of: origin });
