import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Motion, ReceivedMotion, Sitting } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays, type Time } from '../time.ts';

interface Now {
  readonly state: BodyState;
  readonly at: Time;
}

/** By when the statute has a base's motion put to the vote; null where it sets no time. */
export function motionDue(state: BodyState, received: ReceivedMotion): Time | null {
  const days = statuteOf(state)?.proposing?.days;
  return days === undefined ? null : plusDays(received.receivedAt, days);
}

/** Past its day, and neither put to a vote nor withdrawn by its base. What was set aside meanwhile is still owed. */
export function isOverdue({ state, at }: Now, received: ReceivedMotion): boolean {
  const due = motionDue(state, received);
  if (due === null || at <= due) return false;
  return !received.motions.some((index) => {
    const motion = tableGet(state.motions, index);
    return motion !== undefined && (motion.vote !== null || motion.end?.how === 'withdrawn');
  });
}

/** The received motion that this motion (or the one that it amends) takes up, if its day has passed. */
export function overdueBehind(now: Now, motion: Motion): ReceivedMotion | null {
  const { proposal } = motion;
  const root = proposal.kind === 'amend-motion' ? tableGet(now.state.motions, proposal.motion) : motion;
  const from = root?.from ?? null;
  const received = from === null ? undefined : tableGet(now.state.received, from);
  return received !== undefined && isOverdue(now, received) ? received : null;
}

/**
 * A base's motion cannot be shelved: once it is overdue and before this sitting (any delegate of the base tables it), no
 * other ordinary motion is put to the vote first.
 */
export function baseMotionRefusal(now: Now, sitting: Sitting, motion: Motion): Refused | null {
  if (motion.matter !== 'ordinary' || overdueBehind(now, motion) !== null) return null;
  const waiting = sitting.motions.find((index) => {
    const other = tableGet(now.state.motions, index);
    return other !== undefined && other.end === null && other.from !== null && overdueBehind(now, other) !== null;
  });
  return waiting === undefined ? null : refuse('base-motion-waiting', 'proposing.days', { needed: waiting });
}
