import { type Actor, type BodyState, later, openVoteIn, rolesFor, type Time, tableGet } from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import { votesOf } from '../../store/vault/ballots.ts';
import type { HallsAttended } from '../halls-attended.ts';
import { isOnList, mandateIn, voterOf } from '../my-place.ts';
import type { LiveMine } from './answer.ts';

/** What a sitting is to the one who asks; null for whoever is nobody here. */
export async function mineIn(
  { store, attended: halls }: { readonly store: Store; readonly attended: HallsAttended },
  state: BodyState,
  index: number,
  { actor, base, now }: { readonly actor: Actor; readonly base: BodyState | null; readonly now: Time },
): Promise<LiveMine | null> {
  const who = voterOf(actor);
  const sitting = tableGet(state.sittings, index);
  if (who === null || sitting === undefined) return null;
  const roles = rolesFor({ state, actor, at: later(now, state.at) }, { sitting: index });
  const attended = await halls.by(state.origin, [index], who.voter);
  const vote = openVoteIn(state, sitting);
  const cast = vote === null ? [] : await votesOf(store, state.origin, who.voter, who.holder);
  const seat = actor.kind === 'seat' ? tableGet(state.seats, `${actor.below}#${actor.seat}`) : undefined;
  const seated = seat !== undefined && actor.kind === 'seat' && seat.sitting === index && seat.holder === actor.holder;
  return {
    roles: [...roles].sort(),
    checkedIn: attended.has(index) || seated,
    channel: attended.get(index)?.channel ?? null,
    mayVote: vote !== null && isOnList(state, actor, { vote, sitting: index, method: methodOf(state, vote) }, attended),
    voted: cast.some((ballot) => ballot.vote === vote),
    mandates: base === null ? [] : mandatesOf(base, state, sitting.motions),
  };
}

const methodOf = (state: BodyState, vote: number): string => tableGet(state.votes, vote)?.method ?? '';

function mandatesOf(base: BodyState, state: BodyState, motions: readonly number[]): LiveMine['mandates'] {
  return motions.flatMap((index) => {
    const motion = tableGet(state.motions, index);
    if (motion === undefined) return [];
    const instruction = mandateIn(base, state.origin, [index, motion.from], motion.textHash);
    return instruction === null ? [] : [{ motion: index, instruction }];
  });
}
