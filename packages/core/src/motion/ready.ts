import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Motion, Sitting } from '../state.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { amendmentAt, isDecided, isSubstantive, openRefusal, textRefusal, waitingAmendments } from './amendment.ts';
import { noticeRefusal } from './notice.ts';
import { baseMotionRefusal } from './overdue.ts';
import { pendingProcedure } from './pending.ts';
import { textsOf } from './text.ts';

interface Now {
  readonly state: BodyState;
  readonly at: Time;
}

/** Why this motion's turn to be voted has not come, or is over. */
export function readyRefusal(now: Now, sitting: Sitting, index: number, motion: Motion): Refused | null {
  const { state } = now;
  const pending = pendingProcedure(state, motion.sitting);
  if (pending !== null)
    return refuse('procedure-pending', 'precedence', { needed: pending.kind, present: pending.act });
  return (
    openRefusal(motion) ??
    amendmentsRefusal(state, sitting, index, motion) ??
    partRefusal(state, motion) ??
    baseMotionRefusal(now, sitting, motion)
  );
}

/** Amendments first, the furthest one before the others; then the motion, on the text that it has by then. */
function amendmentsRefusal(state: BodyState, sitting: Sitting, index: number, motion: Motion): Refused | null {
  const amendment = amendmentAt(state, index);
  if (amendment === undefined) {
    const [first] = waitingAmendments(state, motion);
    if (first !== undefined) return refuse('amendment-waiting', 'motions', { needed: first });
    return motion.amended.length === 0 ? null : noticeRefusal(sitting, motion.matter, textsOf(motion));
  }
  const amended = tableGet(state.motions, amendment.proposal.motion);
  if (amended === undefined) return refuse('not-found', 'motions', { needed: `MotionTabled ${index}` });
  const [first] = waitingAmendments(state, amended);
  if (first !== undefined && first !== index) return refuse('amendment-waiting', 'motions', { needed: first });
  return openRefusal(amended) ?? textRefusal(sitting, amended, amendment.textHash, isSubstantive(amendment));
}

/** Parts are voted one by one, in their order. */
function partRefusal(state: BodyState, { part }: Motion): Refused | null {
  if (part === null || part === undefined) return null;
  const parts = tableGet(state.motions, part.of)?.parts ?? [];
  const before = parts.slice(0, part.number - 1).find((one) => {
    const motion = tableGet(state.motions, one);
    return motion !== undefined && !isDecided(state, motion);
  });
  return before === undefined ? null : refuse('part-waiting', 'motions', { needed: before });
}
