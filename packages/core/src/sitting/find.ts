import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Sitting } from '../state.ts';
import { tableGet } from '../table.ts';

export type Found<T> = { readonly ok: true; readonly value: T } | Refused;

export function convenedSitting(state: BodyState, index: number): Found<Sitting> {
  const sitting = tableGet(state.sittings, index);
  if (sitting === undefined) return refuse('not-found', 'calls', { needed: `SittingConvened ${index}` });
  if (sitting.closedAt !== null) return refuse('sitting-closed', 'calls', { present: sitting.closedAt });
  return { ok: true, value: sitting };
}

/** Open with quorum, which was not lost since, and not in recess. Invariant 1: without it nothing is counted as decided. */
export function quorateSitting(state: BodyState, index: number): Found<Sitting> {
  const found = convenedSitting(state, index);
  if (!found.ok) return found;
  if (found.value.opened === null) return refuse('sitting-not-open', 'calls', { present: index });
  if (found.value.crowd !== null) return refuse('crowd-acclaims-only', 'acclamation', { needed: 'acclamation' });
  const { quorum } = found.value.opened;
  if (!quorum.met) return refuse('no-quorum', 'calls', { needed: quorum.needed, present: quorum.present });
  const { recess, lost, challenged } = found.value;
  if (recess !== null) return refuse('in-recess', 'recess', { needed: recess });
  if (challenged) return refuse('quorum-challenged', 'calls', { needed: 2 });
  if (lost !== null) return refuse('no-quorum', 'calls', { needed: lost.needed, present: lost.present });
  return found;
}

/** Votes of this sitting that are still open. */
export const openVotesIn = (state: BodyState, sitting: Sitting): readonly number[] =>
  sitting.motions.flatMap((motion) => {
    const vote = tableGet(state.motions, motion)?.vote ?? null;
    return vote !== null && tableGet(state.votes, vote)?.closed === null ? [vote] : [];
  });

/** The first of them. */
export const openVoteIn = (state: BodyState, sitting: Sitting): number | null => openVotesIn(state, sitting)[0] ?? null;

/** What a crowd has acclaimed waits for the bases, whatever its matter. */
export const isOfCrowd = (state: BodyState, sitting: number): boolean =>
  (tableGet(state.sittings, sitting)?.crowd ?? null) !== null;
