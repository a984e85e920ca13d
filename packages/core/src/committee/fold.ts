import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import type { BodyState } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import type { Time } from '../time.ts';

export const committeeFolds: Folds = {
  /** In a parent's book by its vote; in the committee's own on proof, and then its founding is complete. */
  CommitteeFormed: (state, { data, index }) => {
    const { committee, parents, matters, powers, reportDays, until, textHash, reportDue } = data;
    const given = { act: index, parents, matters, powers, reportDays, until };
    if (data.from === undefined)
      return { ...state, committees: tableSet(state.committees, committee, { ...given, textHash, ended: null }) };
    const body = { ...known(state.body, 'its founding'), proven: index, charter: { ...given, reported: null } };
    return reportBy({ ...state, body }, index, reportDue);
  },

  CommitteeEnded: (state, { data, index }) => {
    const committee = known(tableGet(state.committees, data.committee), `the committee ${data.committee}`);
    return { ...state, committees: tableSet(state.committees, data.committee, { ...committee, ended: index }) };
  },

  CommitteeReported: (state, { data, index }) => {
    const body = known(state.body, 'its founding');
    const charter = { ...known(body.charter, 'its formation'), reported: index };
    return reportBy({ ...state, body: { ...body, charter } }, index, data.reportDue);
  },
};

/** Its report is due: once the day is over any of its members may convene the sitting that gives it. */
const reportBy = (state: BodyState, act: number, due: Time | undefined): BodyState =>
  due === undefined ? state : oblige(state, act, { matters: ['accounts'], due });
