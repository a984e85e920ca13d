import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import { hasRequested } from './lineage.ts';

/**
 * Anyone may show that a body has left, was excluded, or is dissolved. From this act on its seats count no more
 * (invariant 3): they drop out of open votes and of the quorum; what was closed stands.
 */
export const presentEnd: Handler<'PresentEnd'> = {
  needs: ({ state }, { other }) => [endNeed(state, other)],
  decide(context, { other }) {
    const { state, evidence } = context;
    const below = tableGet(state.affiliates, other);
    if (below?.ended !== undefined)
      return refuse('already-presented', 'rules.affiliation', { present: below.ended.act });
    if (below === undefined && !hasRequested(state, other))
      return refuse('not-affiliated', 'rules.affiliation', { needed: other });
    const { found, cites } = findingFor(evidence, endNeed(state, other));
    // A body above says whom it excludes, a body below that it leaves; either may be dissolved.
    const fits = found !== null && found.side !== (below === undefined ? 'left' : 'excluded');
    if (found === null || !fits) return refuse('no-end-found', 'rules.affiliation', { needed: other });
    return accept([
      {
        act: 'AffiliationEnded',
        by: authority(context, 'rules.affiliation'),
        data: { other, side: found.side, from: { book: other, index: found.index } },
        cites,
      },
    ]);
  },
};

const endNeed = (state: BodyState, book: string): NeedOf<'end'> => ({ fact: 'end', book, of: state.origin });
