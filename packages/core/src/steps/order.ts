import { amendmentAt } from '../motion/amendment.ts';
import { readyRefusal } from '../motion/ready.ts';
import type { MotionEnd } from '../motion/state.ts';
import { openVoteIn } from '../sitting/find.ts';
import type { BodyState, Motion, Sitting } from '../state.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { agendaOf, itemOf } from './agenda.ts';

/** A motion of a sitting, and whether its turn to be voted has come. */
export interface MotionTurn {
  readonly motion: number;
  readonly item: number | null;
  readonly state: 'waiting' | 'ready' | 'voting' | 'decided' | MotionEnd['how'];
  /** Waiting: what must be decided first. */
  readonly after: number | null;
}

interface Now {
  readonly state: BodyState;
  readonly at: Time;
}

/** The motions of a sitting in the order in which they are voted: item by item, amendments before what they amend. */
export function votingOrder(now: Now, sitting: Sitting): readonly MotionTurn[] {
  const { state } = now;
  const places = new Map(agendaOf(state, sitting).map(({ item }, place) => [item as number | null, place]));
  const placeOf = (motion: number): number => places.get(itemOf(state, sitting, motion)) ?? places.size;
  const whole = sitting.motions.filter((index) => standsAlone(state, index));
  return whole
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a - b)
    .flatMap((index) => withItsOwn(state, index))
    .map((index) => turnOf(now, sitting, index));
}

function standsAlone(state: BodyState, index: number): boolean {
  const part = tableGet(state.motions, index)?.part ?? null;
  return part === null && amendmentAt(state, index) === undefined;
}

function withItsOwn(state: BodyState, index: number): readonly number[] {
  const motion = tableGet(state.motions, index);
  if (motion === undefined) return [];
  const amendments = motion.amendments.toSorted((a, b) => orderOf(state, a) - orderOf(state, b) || a - b);
  return [...amendments, index, ...motion.parts.flatMap((part) => withItsOwn(state, part))];
}

const orderOf = (state: BodyState, index: number): number => amendmentAt(state, index)?.proposal.order ?? 0;

function turnOf(now: Now, sitting: Sitting, index: number): MotionTurn {
  const motion = tableGet(now.state.motions, index) as Motion;
  const item = itemOf(now.state, sitting, index);
  if (motion.end !== null) return { motion: index, item, state: motion.end.how, after: null };
  const vote = motion.vote === null ? undefined : tableGet(now.state.votes, motion.vote);
  if (vote?.closed === null) return { motion: index, item, state: 'voting', after: null };
  if (vote !== undefined && !canBePutAgain(vote)) return { motion: index, item, state: 'decided', after: null };
  const after = waitsFor(now, sitting, index, motion);
  return { motion: index, item, state: after === null ? 'ready' : 'waiting', after: after?.motion ?? null };
}

/** A vote that decided nothing, as the tellers differed, is taken once more. */
export const canBePutAgain = (vote: {
  readonly again?: number;
  readonly closed: { readonly outcome: string } | null;
}): boolean => vote.closed?.outcome === 'undetermined' && vote.again === undefined;

const waitingCodes: ReadonlySet<string> = new Set(['amendment-waiting', 'part-waiting', 'base-motion-waiting']);

/** As the rules have it (`readyRefusal`); and one thing is voted at a time, so that a hall knows what it raises its hands for. */
function waitsFor(
  now: Now,
  sitting: Sitting,
  index: number,
  motion: Motion,
): { readonly motion: number | null } | null {
  const refused = readyRefusal(now, sitting, index, { ...motion, vote: null })?.refusal;
  if (refused !== undefined) {
    const named = waitingCodes.has(refused.code) && typeof refused.needed === 'number' ? refused.needed : null;
    return { motion: named };
  }
  const vote = openVoteIn(now.state, sitting);
  return vote === null ? null : { motion: tableGet(now.state.votes, vote)?.motion ?? null };
}
