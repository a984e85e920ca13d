import type { ActData } from '../catalogue/acts.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import type { Time } from '../time.ts';
import { withSupply } from './fold.ts';
import { handedOver } from './ledger.ts';
import { delivered } from './orders.ts';
import type { HandOver } from './state.ts';

type Said = Omit<ActData<'HandOverReported'>, 'words'>;

export const handOverFolds: Folds = {
  HandOverRecorded: (state, { data: { giver: _giver, receiver: _receiver, provisional, ...said }, index, at }) =>
    standing(state, said, { index, at, provisional }),

  HandOverReported: (state, { data: { words: _words, ...said }, index, at }) =>
    standing(state, said, { index, at, provisional: true }),

  HandOverConfirmed: (state, { data: { handOver }, index }) =>
    changed(state, handOver, { provisional: false, confirmed: index }),

  /** What was moved goes back, and again as corrected. */
  HandOverCorrected: (state, { data: { handOver, lines }, index, at }) => {
    const stands = known(tableGet(state.supply.handOvers, handOver), `the hand-over ${handOver}`);
    const { from, to } = stands;
    const back = handedOver(state.supply, { act: handOver, from, to, lines: stands.lines }, -1);
    const again = handedOver(back, { act: handOver, from, to, lines }, 1);
    const undone = delivered(again, stands, { lines: stands.lines, at, times: -1 });
    const done = delivered(undone, stands, { lines, at, times: 1 });
    const corrected = { lines, provisional: false, corrections: [...stands.corrections, index] };
    return changed({ ...state, supply: done }, handOver, corrected);
  },

  HandOverDisputed: (state, { data: { handOver, text }, index }) => {
    const stands = known(tableGet(state.supply.handOvers, handOver), `the hand-over ${handOver}`);
    const disputed = withSupply(state, { disputes: tableSet(state.supply.disputes, text, index) });
    return changed(disputed, handOver, { disputes: [...stands.disputes, index] });
  },
};

function standing(
  state: BodyState,
  { lines, trip, ...said }: Said,
  { index, at, provisional }: { readonly index: number; readonly at: Time; readonly provisional: boolean },
): BodyState {
  const made: HandOver = {
    ...said,
    trip: trip ?? null,
    signed: lines,
    lines,
    recordedAt: at,
    provisional,
    confirmed: null,
    corrections: [],
    disputes: [],
  };
  const moved = handedOver(state.supply, { act: index, from: said.from, to: said.to, lines });
  const supply = delivered(moved, made, { lines, at, times: 1 });
  return {
    ...state,
    supply: {
      ...supply,
      handOvers: tableSet(supply.handOvers, index, made),
      handOverIds: tableSet(supply.handOverIds, said.id, index),
    },
  };
}

function changed(state: BodyState, handOver: number, change: Partial<HandOver>): BodyState {
  const stands = known(tableGet(state.supply.handOvers, handOver), `the hand-over ${handOver}`);
  return withSupply(state, { handOvers: tableSet(state.supply.handOvers, handOver, { ...stands, ...change }) });
}
