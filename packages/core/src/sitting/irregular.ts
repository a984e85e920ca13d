import type { ActData } from '../catalogue/acts.ts';
import type { BodyState, Irregular } from '../state.ts';
import type { Matter } from '../statute/fields.ts';
import { tableGet, tableSet } from '../table.ts';

interface Which {
  readonly act: number;
  readonly decision?: number | undefined;
}

export const irregularKey = ({ act, decision }: Which): string =>
  decision === undefined ? String(act) : `${act}.${decision}`;

export const irregularAt = (state: BodyState, which: Which): Irregular | undefined =>
  tableGet(state.irregular, irregularKey(which));

const textKey = (matter: Matter, textHash: string): string => `${matter} ${textHash}`;

/** The irregular decision of a late entry on this text and matter that has no effect yet. */
export function irregularText(state: BodyState, matter: Matter, textHash: string): Which | null {
  const which = tableGet(state.irregularTexts, textKey(matter, textHash));
  return which === undefined || irregularAt(state, which)?.regularised !== null ? null : which;
}

/** In a fold: what carried on paper and has no effect. What was rejected there is nothing to make good. */
export function noteLate(
  state: BodyState,
  act: number,
  decisions: ActData<'SittingEnteredLate'>['decisions'],
): Pick<BodyState, 'irregular' | 'irregularTexts'> {
  let { irregular, irregularTexts } = state;
  for (const [position, { matter, textHash, irregularities, outcome, effect }] of decisions.entries()) {
    if (outcome !== 'carried' || effect !== 'none') continue;
    const which = { act, decision: position + 1 };
    const late = { kind: 'late', matter, textHash, irregularities, regularised: null } as const;
    irregular = tableSet(irregular, irregularKey(which), late);
    irregularTexts = tableSet(irregularTexts, textKey(matter, textHash), which);
  }
  return { irregular, irregularTexts };
}

/** In a fold. */
export function noteRecorded(
  { irregular }: BodyState,
  act: number,
  { what, irregularities }: Pick<ActData<'IrregularityRecorded'>, 'what' | 'irregularities'>,
): Pick<BodyState, 'irregular'> {
  const recorded = { kind: 'recorded', what, irregularities, regularised: null } as const;
  return { irregular: tableSet(irregular, irregularKey({ act }), recorded) };
}

/** In a fold. */
export function noteRegularised({ irregular }: BodyState, which: Which, by: number): Pick<BodyState, 'irregular'> {
  const found = tableGet(irregular, irregularKey(which));
  return found === undefined
    ? { irregular }
    : { irregular: tableSet(irregular, irregularKey(which), { ...found, regularised: by }) };
}
