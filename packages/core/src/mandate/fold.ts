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
  /** What it says on one side is of no account: the division is what holds. */
  MandateDivided: (state, { data, index }) => {
    const { on, textHash, yes, no, abstain } = data;
    const mandate = { act: index, textHash, instruction: 'free', divided: { yes, no, abstain } } as const;
    return { ...state, mandates: tableSet(state.mandates, actKey(on.book, on.index), mandate) };
  },
};
