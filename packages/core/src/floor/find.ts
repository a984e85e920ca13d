import type { Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { refuse } from '../refusal.ts';
import { attendanceEnds, attendanceOver } from '../sitting/attendance.ts';
import { convenedSitting, type Found } from '../sitting/find.ts';
import type { Sitting } from '../state.ts';
import { tableGet } from '../table.ts';
import { type Floor, floorOf, turnOf } from './list.ts';
import type { Turn } from './state.ts';

export const floorNeed = (sitting: number): NeedOf<'floor'> => ({ fact: 'floor', sitting });

export const floorIn = ({ evidence }: Pick<Context, 'evidence'>, sitting: number): Floor =>
  floorOf(findingFor(evidence, floorNeed(sitting)).found ?? []);

/** A sitting in which people speak: it has begun, with or without quorum, and is not in recess. */
export function talkingSitting({ state, at }: Pick<Context, 'state' | 'at'>, index: number): Found<Sitting> {
  const found = convenedSitting(state, index);
  if (!found.ok) return found;
  const { opened, recess } = found.value;
  if (opened === null) return refuse('sitting-not-open', 'calls', { present: index });
  if (recess !== null) return refuse('in-recess', 'recess', { needed: recess });
  const ends = attendanceEnds(state, found.value);
  if (ends !== null && attendanceOver(state, index, at))
    return refuse('attendance-over', 'publicity', { needed: ends, present: at });
  return found;
}

export function turnIn(context: Context, sitting: number, number: number): Found<{ floor: Floor; turn: Turn }> {
  const floor = floorIn(context, sitting);
  const turn = turnOf(floor, number);
  if (turn === undefined) return refuse('not-found', 'speaking', { needed: number });
  return { ok: true, value: { floor, turn } };
}

/** The motion that is talked about, or the sitting itself: one list each. What amends a motion, or is a part of it, is talked about with it. */
export function itemOf({ state }: Pick<Context, 'state'>, sitting: number, motion: number | undefined): Found<number> {
  if (motion === undefined) return { ok: true, value: sitting };
  const tabled = tableGet(state.motions, motion);
  if (tabled === undefined || tabled.sitting !== sitting)
    return refuse('not-found', 'speaking', { needed: `MotionTabled ${motion}` });
  const whole = tabled.proposal.kind === 'amend-motion' ? tabled.proposal.motion : tabled.part?.of;
  return whole === undefined ? { ok: true, value: motion } : itemOf({ state }, sitting, whole);
}
