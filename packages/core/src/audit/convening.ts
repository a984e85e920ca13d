import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import { type Checks, holds, same } from './check.ts';

const daysToConvene = (state: BodyState): number => statuteOf(state)?.convening?.days ?? 0;

interface Support {
  readonly supporters: number;
  readonly of: number;
}

function enough(share: { readonly num: number; readonly den: number } | undefined, { supporters, of }: Support) {
  const reached = share !== undefined && supporters * share.den >= of * share.num;
  return holds(reached, 'count', supporters, share ?? 'no such right');
}

/** Demands, and what was called off. */
export const conveningChecks: Checks = {
  SittingDemanded: (state, { data, at }) => [
    same('order', data.due, plusDays(at, daysToConvene(state))),
    data.by === 'members' ? enough(statuteOf(state)?.convening?.members, data) : null,
  ],

  SittingDemandShown: (state, { data, at }) => [
    same('order', data.due, plusDays(at, daysToConvene(state))),
    data.by === 'affiliates' ? enough(statuteOf(state)?.convening?.affiliates, data) : null,
    data.by === 'above' ? same('rule', data.matters, ['election']) : null,
  ],

  SittingCalledOff(state, { data }) {
    const sitting = tableGet(state.sittings, data.sitting);
    return [same('order', sitting?.opened ?? null, null), same('order', sitting?.chair ?? null, null)];
  },
};
