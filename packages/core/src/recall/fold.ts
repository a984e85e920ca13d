import { seatKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { Seat } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';

export const recallFolds: Folds = {
  /** In the electing body's book. */
  DelegateRecalled: (state, { data, index }) => {
    const election = known(tableGet(state.elections, data.election), `the election ${data.election}`);
    const seats = election.seats.map((seat) => {
      if (seat.seat !== data.seat) return seat;
      return seat.holder === data.holder ? { ...seat, recalled: index } : { ...seat, alternateRecalled: index };
    });
    const key = seatKey(data.to, data.seat);
    const recalls = [...(tableGet(state.recallsAbove, key) ?? []), { act: index, holder: data.holder }];
    return {
      ...state,
      elections: tableSet(state.elections, data.election, { ...election, seats }),
      recallsAbove: tableSet(state.recallsAbove, key, recalls),
    };
  },

  /** In the book of the assembly in which the seat is. Invariant 4: it counts from here on. */
  RecallPresented: (state, { data, index }) => {
    const key = seatKey(data.below, data.seat);
    const seat = tableGet(state.seats, key) ?? { ...neverSeated, below: data.below, seat: data.seat, act: index };
    const { holder, recall } = data;
    const vacant = seat.vacant || seat.holder === holder;
    const alternate = seat.alternate === holder ? null : seat.alternate;
    const recalled = [...seat.recalled, { holder, act: recall.index }];
    return { ...state, seats: tableSet(state.seats, key, { ...seat, vacant, alternate, recalled }) };
  },
};

/** A seat of which this book knows nothing but a recall. */
const neverSeated: Omit<Seat, 'below' | 'seat' | 'act'> = {
  sitting: -1,
  holder: '',
  alternate: null,
  until: '1970-01-01T00:00:00Z',
  election: { book: '', index: 0 },
  recalled: [],
  vacant: true,
};
