import type { Folds } from '../fold.ts';
import { attestedAt } from '../officers/attested.ts';
import { enrolTurn } from '../officers/term.ts';
import { noteRegularised } from '../sitting/irregular.ts';
import { tableEntries, tableOf, tableSet } from '../table.ts';
import { forkKey } from './fork-key.ts';

export const recordFolds: Folds = {
  ActSealed: (state, { data, index, at }) => {
    const { enrolment, incoming, attested } = state;
    const before = enrolment?.act === data.index ? enrolment.before : incoming?.act === data.index ? enrolment : null;
    const handsOver = before?.act === data.officers;
    return {
      ...enrolTurn(state, data.index),
      sealed: tableSet(state.sealed, data.index, index),
      sealedUnder: tableSet(state.sealedUnder, data.index, data.officers),
      attested: handsOver && attestedAt(state, data.officers, at) ? tableSet(attested, data.index, true) : attested,
    };
  },

  WitnessAppointed: (state, { data, index }) => ({
    ...state,
    witnesses: tableSet(state.witnesses, data.key, { act: index, name: data.name }),
  }),

  WitnessDismissed: (state, { data, index }) => {
    const [key] = tableEntries(state.witnesses).find(([, { act }]) => act === data.witness) ?? [];
    if (key === undefined) return state;
    return {
      ...state,
      witnesses: tableOf(tableEntries(state.witnesses).filter(([one]) => one !== key)),
      dismissed: tableSet(state.dismissed, key, index),
    };
  },

  ErasureRecorded: (state, { data, index }) => ({
    ...state,
    erasures: tableSet(state.erasures, `${data.index}/${data.slot}`, index),
  }),

  ActRegularised: (state, { data, index }) => ({ ...state, ...noteRegularised(state, data, index) }),

  ForkRecorded: (state, { data, index }) => ({
    ...state,
    forks: tableSet(state.forks, forkKey(data.origin, data.heads), index),
  }),

  RefusalMinuted: (state) => state,
};
