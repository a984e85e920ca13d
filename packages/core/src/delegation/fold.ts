import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import { tableGet, tableHas, tableSet } from '../table.ts';
import { classed } from './seat-class.ts';
import { seatKey } from './seat-key.ts';

export const delegationFolds: Folds = {
  DelegatesElected: (state, { data, index }) => {
    let seatsAbove = state.seatsAbove;
    for (const { seat } of data.seats) {
      const key = seatKey(data.to, seat);
      seatsAbove = tableSet(seatsAbove, key, [...(tableGet(seatsAbove, key) ?? []), index]);
    }
    const seats = data.seats.map(({ seat, holder, alternate, class: named }) => ({
      seat,
      holder,
      alternate: alternate ?? null,
      recalled: null,
      alternateRecalled: null,
      ...classed(named),
    }));
    const election = { to: data.to, from: data.from, until: data.until, seats };
    return { ...state, seatsAbove, elections: tableSet(state.elections, index, election) };
  },

  SeatAccredited: (state, { data, index }) => {
    const key = seatKey(data.below, data.seat);
    return {
      ...state,
      seats: tableSet(state.seats, key, {
        below: data.below,
        seat: data.seat,
        // Taken over from the book before, it is of no sitting of this one.
        sitting: tableHas(state.sittings, data.sitting) ? data.sitting : -1,
        act: index,
        holder: data.holder,
        alternate: data.alternate ?? null,
        until: data.until,
        election: data.election,
        recalled: tableGet(state.seats, key)?.recalled ?? [],
        vacant: false,
        ...classed(data.class),
        ...(data.members === undefined ? {} : { members: data.members }),
        ...(data.doubleMembers === undefined ? {} : { doubleMembers: data.doubleMembers }),
      }),
    };
  },

  AlternateSeated: (state, { data }) => {
    const key = seatKey(data.below, data.seat);
    const seat = known(tableGet(state.seats, key), `the seat ${key}`);
    return {
      ...state,
      seats: tableSet(state.seats, key, { ...seat, holder: data.holder, alternate: null, vacant: false }),
    };
  },

  DelegateReported: (state, { data: { to, seat }, index, at }) => ({
    ...state,
    reports: tableSet(state.reports, seatKey(to, seat), { last: { act: index, at }, missed: null }),
    reportsMade: tableSet(state.reportsMade, index, { to, seat, at, judged: null }),
  }),

  DelegateReportJudged: (state, { data: { report, outcome, due }, index }) => {
    const made = known(tableGet(state.reportsMade, report), `the report ${report}`);
    const reportsMade = tableSet(state.reportsMade, report, { ...made, judged: { act: index, outcome } });
    const judged = { ...state, reportsMade };
    return due === undefined ? judged : oblige(judged, index, { matters: ['recall'], due });
  },

  /** From now on, because there is nobody who would have to be waited for. */
  ReportMissed: (state, { data: { to, seat, sitting }, index, at }) => {
    const key = seatKey(to, seat);
    const missed = { act: index, sitting: sitting.index };
    const reports = tableSet(state.reports, key, { last: tableGet(state.reports, key)?.last ?? null, missed });
    return oblige({ ...state, reports }, index, { matters: ['recall'], due: at });
  },
};
