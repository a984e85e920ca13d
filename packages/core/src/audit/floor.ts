import { tableGet } from '../table.ts';
import { type Checks, holds, same } from './check.ts';

/** Who spoke is not in the book; that the parts are not more than the whole, and each debate ended once, is. */
export const floorChecks: Checks = {
  DebateEnded(state, { data }) {
    const sitting = tableGet(state.sittings, data.sitting);
    if (sitting === undefined) return [];
    const parts = [...(data.groups ?? []), ...(data.others === undefined ? [] : [data.others])];
    const speeches = parts.reduce((sum, part) => sum + part.speeches, 0);
    const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
    return [
      same('order', sitting.closedAt, null),
      holds(!sitting.debatesEnded.includes(data.motion ?? -1), 'order', data.motion ?? null, sitting.debatesEnded),
      holds(
        speeches <= data.speeches && seconds <= data.seconds,
        'count',
        [data.speeches, data.seconds],
        [speeches, seconds],
      ),
    ];
  },
};
