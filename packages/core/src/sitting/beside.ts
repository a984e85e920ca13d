import type { Context } from '../decision.ts';
import { type Refused, refuse } from '../refusal.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { pastClosing } from './closing.ts';

/**
 * A body meets in one hall at a time: two halls could each decide, on a second call, what the other turns down. A hall that has
 * its quorum is in the way until the closing hour of its day; none that officers opened is in the way of a sitting that was
 * convened over their heads.
 */
export function besideAnother({ state, at }: Pick<Context, 'state' | 'at'>, index: number): Refused | null {
  const rules = statuteOf(state);
  if (rules === null || (tableGet(state.sittings, index)?.chair ?? null) !== null) return null;
  const other = state.activeSittings.find((one) => {
    const sitting = one === index ? undefined : tableGet(state.sittings, one);
    if (sitting === undefined || sitting.opened?.quorum.met !== true || sitting.crowd !== null) return false;
    return sitting.recess === null && sitting.lost === null && !pastClosing(rules, sitting, at);
  });
  return other === undefined ? null : refuse('another-sitting-open', 'calls', { present: other });
}
