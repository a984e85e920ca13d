import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import { tableGet, tableSet } from '../table.ts';

export const petitionFolds: Folds = {
  PetitionOpened: (state, { data, index, at }) => ({
    ...state,
    petitions: tableSet(state.petitions, index, { ...data, openedAt: at, counted: null }),
  }),

  /** Reaching its number against an office of this body, it obliges the body to sit; against any other it does nothing. */
  PetitionCounted: (state, { data: { petition: opened, counts, round, reached, due }, index }) => {
    const petition = known(tableGet(state.petitions, opened), `the petition ${opened}`);
    const counted = { act: index, round, signatures: Math.min(...counts), reached };
    const after = { ...state, petitions: tableSet(state.petitions, opened, { ...petition, counted }) };
    return due === undefined ? after : oblige(after, index, { matters: ['recall'], due });
  },
};
