import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';

export const passageFolds: Folds = {
  PassKeyNamed: (state, { data, index }) => ({
    ...state,
    passKeys: tableSet(state.passKeys, index, { ...data, withdrawn: null }),
  }),

  PassKeyWithdrawn: (state, { data, at }) => {
    const key = known(tableGet(state.passKeys, data.key), `the pass key ${data.key}`);
    return { ...state, passKeys: tableSet(state.passKeys, data.key, { ...key, withdrawn: at }) };
  },

  PassageGranted: (state, { data, index }) => {
    const revoked = tableGet(state.passes, data.pass)?.revoked ?? null;
    return { ...state, passes: tableSet(state.passes, data.pass, { granted: index, revoked }) };
  },

  PassageRevoked: (state, { data, at }) => {
    const granted = tableGet(state.passes, data.pass)?.granted ?? null;
    return { ...state, passes: tableSet(state.passes, data.pass, { granted, revoked: at }) };
  },

  PassagesReconciled: (state, { data }) => ({
    ...state,
    passagesCounted: tableSet(state.passagesCounted, data.closure, data.until),
  }),
};
