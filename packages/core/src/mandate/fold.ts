import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { tableSet } from '../table.ts';

export const mandateFolds: Folds = {
  MandateGiven: (state, { data, index }) => ({
    ...state,
    mandates: tableSet(state.mandates, actKey(data.on.book, data.on.index), {
      act: index,
      textHash: data.textHash,
      instruction: data.instruction,
    }),
  }),
};
