import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';

export const floorFolds: Folds = {
  /** Of the sitting itself, which has many things to talk about, the list goes on. */
  DebateEnded: (state, { data: { sitting: index, motion } }) => {
    if (motion === undefined) return state;
    const sitting = known(tableGet(state.sittings, index), `the sitting ${index}`);
    const debatesEnded = [...sitting.debatesEnded, motion];
    return { ...state, sittings: tableSet(state.sittings, index, { ...sitting, debatesEnded }) };
  },
};
