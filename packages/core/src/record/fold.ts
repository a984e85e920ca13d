import type { Folds } from '../fold.ts';
import { tableSet } from '../table.ts';

export const recordFolds: Folds = {
  ActSealed: (state, { data, index }) => ({ ...state, sealed: tableSet(state.sealed, data.index, index) }),

  WitnessAppointed: (state, { data, index }) => ({
    ...state,
    witnesses: tableSet(state.witnesses, data.key, { act: index, name: data.name }),
  }),

  ErasureRecorded: (state, { data, index }) => ({
    ...state,
    erasures: tableSet(state.erasures, `${data.index}/${data.slot}`, index),
  }),

  RefusalMinuted: (state) => state,
};
