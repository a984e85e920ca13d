import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import type { BodyState, Mandate } from '../state.ts';
import { tableGet, tableHas, tableSet } from '../table.ts';

export const mandateFolds: Folds = {
  MandateGiven: (state, { data: { on, textHash, instruction }, index }) =>
    given(state, on, { act: index, textHash, instruction }),
  /** What it says on one side is of no account: the division is what holds. */
  MandateDivided: (state, { data: { on, textHash, yes, no, abstain }, index }) =>
    given(state, on, { act: index, textHash, instruction: 'free', divided: { yes, no, abstain } }),
};

function given(state: BodyState, on: { readonly book: string; readonly index: number }, mandate: Mandate): BodyState {
  const key = actKey(on.book, on.index);
  const last = tableGet(state.mandates, key);
  // Of those before it one is enough: the last that was sealed when it was replaced.
  const before = last === undefined ? undefined : tableHas(state.sealed, last.act) ? alone(last) : last.before;
  const next = before === undefined ? mandate : { ...mandate, before };
  return { ...state, mandates: tableSet(state.mandates, key, next) };
}

const alone = ({ before: _before, ...mandate }: Mandate): Mandate => mandate;
