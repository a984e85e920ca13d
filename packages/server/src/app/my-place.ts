import { type Actor, type BodyState, rolesOf, type Time, tableEntries, tableGet } from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { votesOf } from '../store/vault/ballots.ts';
import type { Me, OpenVote } from './node.ts';

/** Under which names a person's ballots lie. */
export function voterOf(actor: Actor): { readonly voter: string; readonly holder: string } | null {
  if (actor.kind === 'member') return { voter: actor.member, holder: actor.member };
  if (actor.kind === 'seat') return { voter: `${actor.below}#${actor.seat}`, holder: actor.holder };
  return null;
}

/** What a person may do here now, and which votes wait for them. */
export async function myPlace(store: Store, state: BodyState, actor: Actor, at: Time): Promise<Me> {
  const roles = [...rolesOf(state, actor, at)].sort();
  const who = voterOf(actor);
  const cast = who === null ? [] : (await votesOf(store, state.origin, who.voter, who.holder)).map(({ vote }) => vote);
  const closed = (vote: number): boolean => (tableGet(state.votes, vote)?.closed ?? null) !== null;
  return {
    actor,
    roles,
    openVotes: who === null ? [] : openVotes(state, new Set(cast)),
    votes: cast.map((vote) => ({ vote, closed: closed(vote) })),
  };
}

function openVotes(state: BodyState, cast: ReadonlySet<number>): OpenVote[] {
  return tableEntries(state.votes).flatMap(([key, vote]) => {
    if (vote.closed !== null) return [];
    const motion = tableGet(state.motions, vote.motion);
    const { method, openedAt } = vote;
    const { title = '', textHash = '' } = motion ?? {};
    return [
      { vote: Number(key), motion: vote.motion, title, textHash, method, openedAt, voted: cast.has(Number(key)) },
    ];
  });
}
