import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';

/** What one teller entered, in which round of counting. */
interface Entry {
  readonly round: number;
  readonly teller: string;
}

/**
 * The rounds of one count, the first one first; the last may still wait for its second entry. Within a round the order
 * is that of the tellers' names, so that it depends neither on who came first nor on who is appointed now.
 */
export function roundsOf<E extends Entry>(entries: readonly E[]): readonly (readonly E[])[] {
  const last = entries.reduce((most, { round }) => Math.max(most, round), 0);
  return Array.from({ length: last }, (_, before) => inRound(entries, before + 1));
}

export const inRound = <E extends Entry>(entries: readonly E[], round: number): readonly E[] =>
  entries.filter((entry) => entry.round === round).toSorted((a, b) => (a.teller < b.teller ? -1 : 1));

export const isComplete = (round: readonly Entry[]): boolean => round.length >= 2;

/** Whoever counted before may not recount: that is for others (DESIGN section 6, Tellers). */
export const hasCountedBefore = (entries: readonly Entry[], teller: string, round: number): boolean =>
  entries.some((entry) => entry.teller === teller && entry.round < round);

/** Do the numbers of this round stand? Once the recounts are used up both do, also where they differ. */
export const stands = (state: BodyState, round: number, agreed: boolean): boolean =>
  agreed || round > (statuteOf(state)?.tellers.recounts ?? 0);
