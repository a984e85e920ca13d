import type { BodyState, Sitting } from '../state.ts';
import { inRound, isComplete, roundsOf, stands } from './rounds.ts';

/**
 * How far two tellers are with one count: that they have entered, and once both have whether they agree. No number comes
 * in or goes out beyond that (DESIGN section 6, Tellers).
 */
export interface Entered {
  readonly round: number;
  readonly entered: 0 | 1 | 2;
  readonly agree: boolean | null;
  /** They differ, and others are to count again. */
  readonly recount: boolean;
}

interface Entry {
  readonly round: number;
  readonly teller: string;
}

export function enteredOf<E extends Entry>(
  state: BodyState,
  entries: readonly E[],
  agree: (one: E, other: E) => boolean,
): Entered {
  const rounds = roundsOf(entries);
  const last = rounds.at(-1) ?? [];
  const [one, other] = last;
  const round = Math.max(1, rounds.length);
  if (one === undefined || other === undefined || !isComplete(last))
    return { round, entered: one === undefined ? 0 : 1, agree: null, recount: false };
  const agreed = agree(one, other);
  return { round, entered: 2, agree: agreed, recount: !stands(state, round, agreed) };
}

/** The same of who is in the hall: there the second entry is followed by the act that has both numbers. */
export function enteredAtDoor(sitting: Sitting, entries: readonly Entry[]): Entered {
  const { counted, present, challenged, recess } = sitting;
  const due = (counted?.round ?? 0) + 1;
  if (inRound(entries, due).length > 0) return { round: due, entered: 1, agree: null, recount: false };
  if (counted === null) return { round: due, entered: 0, agree: null, recount: false };
  if (present === null && counted.disputed > 0)
    return { round: counted.round, entered: 2, agree: false, recount: true };
  // Doubted, or back from a recess: what was counted before is no answer.
  if (challenged || recess !== null) return { round: due, entered: 0, agree: null, recount: false };
  return { round: counted.round, entered: 2, agree: counted.disputed === 0, recount: false };
}
