import type { Affiliate, BodyState, Seat } from '../state.ts';
import type { Matter, Phase, SeatClass, Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';

/** In which phase a matter is voted. */
export const phaseOf = (matter: Matter | undefined): Phase => (matter === 'election' ? 'election' : 'decision');

/** What seats of that class may do (`statute.seats`); where the statute says nothing of seats, every one may do all. */
export function mayInPhase(
  { seats }: Statute,
  { class: named = 'titular' }: Pick<Seat, 'class'>,
  right: 'voice' | 'vote',
  phase: Phase,
): boolean {
  if (seats === undefined) return true;
  return seats.find((one) => one.class === named)?.[right].includes(phase) === true;
}

/** May a seat of this class vote in that phase? In a body without a statute nothing is voted. */
export function votesIn(state: BodyState, seat: Pick<Seat, 'class'>, phase: Phase): boolean {
  const rules = statuteOf(state);
  return rules === null || mayInPhase(rules, seat, 'vote', phase);
}

/** The phase in which a motion is voted. */
export const phaseOfMotion = (state: BodyState, motion: number): Phase =>
  phaseOf(tableGet(state.motions, motion)?.matter);

/** A body that was admitted with seats of one class has no other; any other body says so itself when it elects. */
export const classOfSeat = (affiliate: Affiliate | undefined, elected: SeatClass | undefined): SeatClass =>
  affiliate?.seatClass ?? elected ?? 'titular';

export const hasClass = ({ seats }: Statute, named: SeatClass): boolean =>
  seats === undefined ? named === 'titular' : seats.some((one) => one.class === named);

/** Seats that decide nothing are not in the number of which a quorum is a part. */
export const countsForQuorum = (state: BodyState, { seatClass }: Affiliate): boolean =>
  (['decision', 'election'] as const).some((phase) => votesIn(state, classed(seatClass), phase));

/** A full seat has no class written beside it. */
export const classed = (named: SeatClass | undefined): Pick<Seat, 'class'> =>
  named === undefined || named === 'titular' ? {} : { class: named };
