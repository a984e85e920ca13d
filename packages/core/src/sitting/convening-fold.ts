import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableEntries, tableGet, tableSet } from '../table.ts';
import { demandName } from './demand-name.ts';
import { answerObligations, oblige } from './obligation.ts';

export const conveningFolds: Folds = {
  NoticeTextNamed: (state, { data: { sitting: index, item, textHash }, index: act }) => {
    const sitting = known(tableGet(state.sittings, index), `the sitting ${index}`);
    const notice = sitting.notice.map((one, position) => (position === item ? { ...one, textHash } : one));
    const named = [...sitting.named, { item, act }];
    return { ...state, sittings: tableSet(state.sittings, index, { ...sitting, notice, named }) };
  },

  SittingCalledOff: (state, { data: { sitting: index }, at }) => {
    const sitting = known(tableGet(state.sittings, index), `the sitting ${index}`);
    const answered = tableEntries(state.obligations).filter(([, obligation]) => obligation.sitting === index);
    const acts = answered.map(([act]) => Number(act));
    return {
      ...answerObligations(state, acts, null),
      sittings: tableSet(state.sittings, index, { ...sitting, closedAt: at, calledOff: true }),
      activeSittings: state.activeSittings.filter((active) => active !== index),
    };
  },

  SittingDemanded: (state, { data, index }) => {
    const { by, matters, due, texts } = data;
    const demands = by === 'members' ? tableSet(state.demands, demandName(matters, texts), index) : state.demands;
    return { ...oblige(state, index, { matters, due, ...(texts === undefined ? {} : { texts }) }), demands };
  },

  SittingDemandShown: (state, { data: { matters, due, asked, texts }, index }) => {
    let { asksCounted } = state;
    for (const { book, index: act } of asked) asksCounted = tableSet(asksCounted, book, act);
    return { ...oblige(state, index, { matters, due, ...(texts === undefined ? {} : { texts }) }), asksCounted };
  },

  SittingAsked: (state, { data: { of, matters, texts }, index, at }) => {
    const key = `${of} ${demandName(matters, texts)}`;
    const asks = [...(tableGet(state.asks, key) ?? []), { act: index, at }];
    return { ...state, asks: tableSet(state.asks, key, asks) };
  },
};
