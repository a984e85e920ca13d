import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import { tableGet, tableSet } from '../table.ts';

export const disputeFolds: Folds = {
  ClaimDisputed: (state, { data: { over, claimants, share, due }, index }) => {
    const dispute = { act: index, over, claimants, settled: null, ...(share === undefined ? {} : { share }) };
    const disputes = tableSet(state.disputes, index, dispute);
    return oblige({ ...state, disputes }, index, { matters: ['affiliation'], due });
  },

  DisputeSettled: (state, { data: { dispute: number, vote, holder = null }, index }) => {
    const dispute = known(tableGet(state.disputes, number), `the dispute ${number}`);
    const settled = { ...dispute, settled: { act: index, vote, holder } };
    return { ...state, disputes: tableSet(state.disputes, number, settled) };
  },
};
