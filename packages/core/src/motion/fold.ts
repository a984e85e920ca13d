import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';

export const motionFolds: Folds = {
  MotionTabled: (state, { data, index }) => {
    const sitting = known(tableGet(state.sittings, data.sitting), `the sitting ${data.sitting}`);
    const received = data.from === undefined ? undefined : tableGet(state.received, data.from);
    return {
      ...state,
      sittings: tableSet(state.sittings, data.sitting, { ...sitting, motions: [...sitting.motions, index] }),
      motions: tableSet(state.motions, index, {
        sitting: data.sitting,
        matter: data.matter,
        title: data.title,
        textHash: data.textHash,
        proposal: data.proposal,
        from: data.from ?? null,
        vote: null,
        amended: [],
      }),
      received:
        data.from === undefined || received === undefined
          ? state.received
          : tableSet(state.received, data.from, { ...received, motions: [...received.motions, index] }),
    };
  },

  MotionForwarded: (state, { data, index }) => ({ ...state, forwarded: tableSet(state.forwarded, index, data) }),

  MotionReceived: (state, { data, index }) => ({
    ...state,
    receivedFrom: tableSet(state.receivedFrom, actKey(data.from.book, data.from.index), index),
    received: tableSet(state.received, index, { ...data, motions: [] }),
  }),
};
