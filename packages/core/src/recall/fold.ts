import { seatKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Seat } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';

export const recallFolds: Folds = {
  /** In the electing body's book. */
  DelegateRecalled: (state, { data, index }) => withdrawn(state, data, { act: index, holder: data.holder }),

  /** In the electing body's book as a recall is; above as if recalled just after that election: a later one counts. */
  SeatVacated: (state, { data, index }) => {
    const { to, seat, holder, election } = data;
    if (to === undefined) return unseated(state, data, election.index + 1, index);
    return withdrawn(state, { to, seat, election: election.index }, { act: index, holder, vacated: true });
  },

  /** In the book of the assembly in which the seat is. Invariant 4: it counts from here on. */
  RecallPresented: (state, { data, index }) => unseated(state, data, data.recall.index, index),
};

interface ElectedSeat {
  readonly election: number;
  readonly to: string;
  readonly seat: number;
}

function withdrawn(
  state: BodyState,
  { election: elected, to, seat: number }: ElectedSeat,
  recall: { readonly act: number; readonly holder: string; readonly vacated?: true },
): BodyState {
  const election = known(tableGet(state.elections, elected), `the election ${elected}`);
  const seats = election.seats.map((seat) => {
    if (seat.seat !== number) return seat;
    return seat.holder === recall.holder
      ? { ...seat, recalled: recall.act }
      : { ...seat, alternateRecalled: recall.act };
  });
  const key = seatKey(to, number);
  return {
    ...state,
    elections: tableSet(state.elections, elected, { ...election, seats }),
    recallsAbove: tableSet(state.recallsAbove, key, [...(tableGet(state.recallsAbove, key) ?? []), recall]),
  };
}

/** Whoever holds the seat by an election before `act` of the base's book holds it no more. */
function unseated(
  state: BodyState,
  { below, seat: number, holder }: { readonly below: string; readonly seat: number; readonly holder: string },
  act: number,
  index: number,
): BodyState {
  const key = seatKey(below, number);
  const seat = tableGet(state.seats, key) ?? { ...neverSeated, below, seat: number, act: index };
  const vacant = seat.vacant || seat.holder === holder;
  const alternate = seat.alternate === holder ? null : seat.alternate;
  const recalled = [...seat.recalled, { holder, act }];
  return { ...state, seats: tableSet(state.seats, key, { ...seat, vacant, alternate, recalled }) };
}

/** A seat of which this book knows nothing but that somebody holds it no more. */
const neverSeated: Omit<Seat, 'below' | 'seat' | 'act'> = {
  sitting: -1,
  holder: '',
  alternate: null,
  until: '1970-01-01T00:00:00Z',
  election: { book: '', index: 0 },
  recalled: [],
  vacant: true,
};
