import type { Context } from '../decision.ts';
import { type Refused, refuse } from '../refusal.ts';
import { rolesFor } from '../sitting/presidium.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { mayInPhase } from './seat-class.ts';
import { seatKey } from './seat-key.ts';

/** Whoever puts something before an assembly from a seat needs one with voice; who presides or writes does it for others. */
export function voiceRefusal(context: Context, sitting: number): Refused | null {
  const { state, actor } = context;
  const rules = statuteOf(state);
  const seat = actor.kind === 'seat' ? tableGet(state.seats, seatKey(actor.below, actor.seat)) : undefined;
  if (rules === null || seat === undefined || mayInPhase(rules, seat, 'voice', 'debate')) return null;
  const roles = rolesFor(context, { sitting });
  if ((['convener', 'presidium', 'secretary'] as const).some((role) => roles.has(role))) return null;
  return refuse('seat-without-voice', 'seats', { needed: 'debate', present: seat.class ?? 'titular' });
}
