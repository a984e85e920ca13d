import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Motion } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import type { MotionEnd } from './state.ts';

export const motionFolds: Folds = {
  MotionTabled: (before, { data, index }) => {
    const { sitting: number, from = null, mover = null, part = null, ...tabled } = data;
    const sitting = known(tableGet(before.sittings, number), `the sitting ${number}`);
    const received = from === null ? undefined : tableGet(before.received, from);
    const state = named(before, data.proposal, part, index);
    const item = sitting.taken.at(-1) ?? null;
    const motion: Motion = { ...untouched, ...tabled, sitting: number, item, from, mover, part };
    return {
      ...state,
      sittings: tableSet(state.sittings, number, { ...sitting, motions: [...sitting.motions, index] }),
      motions: tableSet(state.motions, index, motion),
      received:
        from === null || received === undefined
          ? state.received
          : tableSet(state.received, from, { ...received, motions: [...received.motions, index] }),
    };
  },

  MotionAmended: (state, { data, index }) => {
    const { textHash: before, amended } = motionOf(state, data.motion);
    const { amendment, substantive, textHash } = data;
    const next = changed(state, data.motion, { textHash, amended: [...amended, { amendment, before, substantive }] });
    return data.fallen.reduce((folded, fallen) => ended(folded, fallen, 'fallen', index), next);
  },

  SubstanceClaimed: (state, { data }) => {
    const { proposal } = motionOf(state, data.motion);
    const next = changed(state, data.motion, { claimed: true });
    if (proposal.kind !== 'amend-motion') return next;
    const amended = motionOf(state, proposal.motion).amended.map((one) =>
      one.amendment === data.motion ? { ...one, substantive: true } : one,
    );
    return changed(next, proposal.motion, { amended });
  },

  MotionWithdrawn: (state, { data, index }) => ended(state, data.motion, 'withdrawn', index),
  MotionSplit: (state, { data, index }) => ended(state, data.motion, 'split', index),

  ProcedureMoved: (state, { data, index }) => {
    const { sitting, kind, motion = null, to = null } = data;
    const bases = data.bases === true ? { bases: true as const } : {};
    const pending = { act: index, kind, motion, to, ...bases };
    return { ...state, procedures: tableSet(state.procedures, sitting, { pending }) };
  },

  ProceduralMotionDecided: (state, { data, index, at }) => {
    const { sitting, kind, motion, carried } = data;
    const next = { ...state, procedures: tableSet(state.procedures, sitting, { pending: null }) };
    if (!carried || motion === undefined) return next;
    if (kind === 'close-debate') return changed(next, motion, { debateClosed: true });
    if (kind === 'refer' && data.bases === true)
      return changed(next, motion, { end: { how: 'referred', act: index, toBases: at } });
    if (kind === 'table' || kind === 'refer')
      return ended(next, motion, kind === 'table' ? 'tabled' : 'referred', index);
    return next;
  },

  MotionForwarded: (state, { data, index }) => ({
    ...state,
    forwarded: tableSet(state.forwarded, index, { ...data, answer: null }),
  }),

  MotionAnswered: (state, { data, index }) => {
    const received = known(tableGet(state.received, data.received), `the received motion ${data.received}`);
    const answers = [...received.answers, { act: index, fate: data.fate, vote: data.vote }];
    return { ...state, received: tableSet(state.received, data.received, { ...received, answers }) };
  },

  MotionAnswerReceived: (state, { data }) => {
    const forwarded = known(tableGet(state.forwarded, data.forwarded), `the forwarded motion ${data.forwarded}`);
    const answer = { act: data.answer.index, fate: data.fate };
    return { ...state, forwarded: tableSet(state.forwarded, data.forwarded, { ...forwarded, answer }) };
  },

  MotionReceived: (state, { data, index, at }) => ({
    ...state,
    receivedFrom: tableSet(state.receivedFrom, actKey(data.from.book, data.from.index), index),
    received: tableSet(state.received, index, { ...data, receivedAt: at, motions: [], answers: [] }),
  }),
};

const untouched = {
  vote: null,
  amended: [],
  amendments: [],
  claimed: false,
  parts: [],
  debateClosed: false,
  end: null,
} as const;

const motionOf = (state: BodyState, index: number): Motion =>
  known(tableGet(state.motions, index), `the motion ${index}`);

const changed = (state: BodyState, index: number, change: Partial<Motion>): BodyState => ({
  ...state,
  motions: tableSet(state.motions, index, { ...motionOf(state, index), ...change }),
});

const ended = (state: BodyState, motion: number, how: MotionEnd['how'], act: number): BodyState =>
  changed(state, motion, { end: { how, act } });

/** The motion that a new one amends, or is a part of, names it. */
function named(state: BodyState, proposal: Motion['proposal'], part: Motion['part'], index: number): BodyState {
  if (part !== null && part !== undefined)
    return changed(state, part.of, { parts: [...motionOf(state, part.of).parts, index] });
  if (proposal.kind !== 'amend-motion') return state;
  const { amendments } = motionOf(state, proposal.motion);
  return changed(state, proposal.motion, { amendments: [...amendments, index] });
}
