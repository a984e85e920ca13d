import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';

export const recoveryFolds: Folds = {
  ElectionAttested: (state, { data: { election, leaf, signatures }, index }) => ({
    ...state,
    electionsAttested: tableSet(state.electionsAttested, actKey(election.book, election.index), {
      act: index,
      leaf,
      signatures,
    }),
  }),

  RecoveryClaimed: (state, { data: { election, due }, index }) => ({
    ...state,
    recoveries: tableSet(state.recoveries, index, { election, due, objected: null }),
  }),

  RecoveryObjected: (state, { data: { claim }, index }) => {
    const recovery = known(tableGet(state.recoveries, claim), `the claim ${claim}`);
    return { ...state, recoveries: tableSet(state.recoveries, claim, { ...recovery, objected: index }) };
  },
};
