import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import type { BodyState, Petition } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import type { Time } from '../time.ts';

export const petitionFolds: Folds = {
  PetitionOpened: (state, { data, index, at }) => ({
    ...state,
    petitions: tableSet(state.petitions, index, { ...data, openedAt: at, counted: null }),
  }),

  /** Reaching its number against an office of this body, it obliges the body to sit; against any other it does nothing. */
  PetitionCounted: (state, { data: { petition, counts, round, reached, phones, due }, index }) => {
    const signatures = Math.min(...counts);
    const counted = { act: index, round, signatures, ...(phones === undefined ? {} : { phones }), reached };
    return obliged(withCount(state, petition, counted), index, due);
  },

  PetitionReached: (state, { data: { petition, phones, paper, due }, index }) => {
    const round = tableGet(state.petitions, petition)?.counted?.round ?? 0;
    const counted = { act: index, round, signatures: paper, phones, reached: true };
    return obliged(withCount(state, petition, counted), index, due);
  },
};

function withCount(state: BodyState, opened: number, counted: Petition['counted']): BodyState {
  const petition = known(tableGet(state.petitions, opened), `the petition ${opened}`);
  return { ...state, petitions: tableSet(state.petitions, opened, { ...petition, counted }) };
}

const obliged = (state: BodyState, index: number, due: Time | undefined): BodyState =>
  due === undefined ? state : oblige(state, index, { matters: ['recall'], due });
