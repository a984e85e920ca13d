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
    standing(state, said, { index, at, provisional: true, reported: true }),

  ReportCorrectionProposed(state, { data: { handOver, number, lines, office }, index }) {
    const holder = tableGet(state.officers, office)?.holder ?? null;
    return changed(state, handOver, { proposed: { act: index, number, lines, by: { office, holder } } });
  },

  /** Nobody had signed the text before: what is signed from now on is the corrected one. */
  ReportCorrected: (state, { data: { handOver, lines }, index, at }) =>
    corrected(state, handOver, { lines, signed: lines, index, at }),

  HandOverConfirmed: (state, { data: { handOver }, index }) =>
    changed(state, handOver, { provisional: false, confirmed: index }),

  HandOverCorrected: (state, { data: { handOver, lines }, index, at }) =>
    corrected(state, handOver, { lines, provisional: false, index, at }),

  HandOverDisputed: (state, { data: { handOver, text }, index }) => {
    const stands = known(tableGet(state.supply.handOvers, handOver), `the hand-over ${handOver}`);
    const disputed = withSupply(state, { disputes: tableSet(state.supply.disputes, text, index) });
    return changed(disputed, handOver, { disputes: [...stands.disputes, index] });
  },
};

function standing(
  state: BodyState,
  { lines, trip, ...said }: Said,
  {
    index,
    at,
    ...how
  }: { readonly index: number; readonly at: Time; readonly provisional: boolean; readonly reported?: true },
): BodyState {
  const made: HandOver = {
    ...said,
    trip: trip ?? null,
    signed: lines,
    lines,
    recordedAt: at,
    ...how,
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

interface Corrected extends Pick<HandOver, 'lines'>, Partial<Pick<HandOver, 'signed' | 'provisional'>> {
  readonly index: number;
  readonly at: Time;
}

/** What was moved goes back, and again as corrected. */
function corrected(state: BodyState, handOver: number, { index, at, ...change }: Corrected): BodyState {
  const { lines } = change;
  const stands = known(tableGet(state.supply.handOvers, handOver), `the hand-over ${handOver}`);
  const { from, to } = stands;
  const back = handedOver(state.supply, { act: handOver, from, to, lines: stands.lines }, -1);
  const again = handedOver(back, { act: handOver, from, to, lines }, 1);
  const undone = delivered(again, stands, { lines: stands.lines, at, times: -1 });
  const done = delivered(undone, stands, { lines, at, times: 1 });
  const corrections = [...stands.corrections, index];
  return changed({ ...state, supply: done }, handOver, { ...change, corrections });
}

function changed(state: BodyState, handOver: number, change: Partial<HandOver>): BodyState {
  const stands = known(tableGet(state.supply.handOvers, handOver), `the hand-over ${handOver}`);
  return withSupply(state, { handOvers: tableSet(state.supply.handOvers, handOver, { ...stands, ...change }) });
}
