import { seatKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';

export const recallFolds: Folds = {
  /** In the electing body's book. */
  DelegateRecalled: (state, { data, index }) => {
    const election = known(tableGet(state.elections, data.election), `the election ${data.election}`);
    const seats = election.seats.map((seat) => (seat.seat === data.seat ? { ...seat, recalled: index } : seat));
    return {
      ...state,
      elections: tableSet(state.elections, data.election, { ...election, seats }),
      recallsAbove: tableSet(state.recallsAbove, seatKey(data.to, data.seat), { act: index, holder: data.holder }),
    };
  },

  /** In the book of the assembly in which the seat is. Invariant 4: it counts from here on. */
  RecallPresented: (state, { data, index }) => {
    const key = seatKey(data.below, data.seat);
    const seat = tableGet(state.seats, key) ?? {
      below: data.below,
      seat: data.seat,
      sitting: -1,
      act: index,
      holder: data.holder,
      alternate: null,
      until: '1970-01-01T00:00:00Z',
      election: { book: data.below, index: 0 },
      recalled: [],
      vacant: true,
    };
    const vacant = seat.vacant || seat.holder === data.holder;
    return {
      ...state,
      seats: tableSet(state.seats, key, { ...seat, vacant, recalled: [...seat.recalled, data.holder] }),
    };
  },
};
