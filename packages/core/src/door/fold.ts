import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Sitting } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';

export const doorFolds: Folds = {
  SlipsIssued: (state, { data: { sitting, to, mark } }) =>
    changed(state, sitting, ({ slips }) => ({ issued: to, voided: slips?.voided ?? [], mark })),

  SlipVoided: (state, { data: { sitting, number } }) =>
    changed(state, sitting, ({ slips }) => {
      const before = known(slips, 'slips of that sitting');
      return { ...before, voided: [...before.voided, number] };
    }),
};

function changed(state: BodyState, index: number, change: (sitting: Sitting) => Sitting['slips']): BodyState {
  const sitting = known(tableGet(state.sittings, index), `the sitting ${index}`);
  return { ...state, sittings: tableSet(state.sittings, index, { ...sitting, slips: change(sitting) }) };
}
