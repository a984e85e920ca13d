import type { BodyState, Sitting } from '../state.ts';
import { tableGet } from '../table.ts';
import { parseSlipName, type Slip } from './slip-name.ts';

/** How many slips of this sitting are out. */
export const slipsOut = ({ slips }: Pick<Sitting, 'slips'>): number =>
  slips === null ? 0 : slips.issued - slips.voided.length;

/** Was it issued, and not taken out of the count? */
export function isSlipOut(state: BodyState, { sitting, number }: Slip): boolean {
  const slips = tableGet(state.sittings, sitting)?.slips ?? null;
  return slips !== null && number >= 1 && number <= slips.issued && !slips.voided.includes(number);
}

/** Of those who are there, whoever counts: everybody but the holders of slips that were taken out of the count. */
export function stillThere(state: BodyState, sitting: number, holders: readonly string[]): readonly string[] {
  const voided = tableGet(state.sittings, sitting)?.slips?.voided ?? [];
  if (voided.length === 0) return holders;
  return holders.filter((holder) => {
    const slip = parseSlipName(holder);
    return slip === null || isSlipOut(state, slip);
  });
}

/**
 * Of the people counted in the hall, those who belong to the body. A quorum is a share of the roll, and nobody on a slip is on
 * it: strangers make no quorum.
 */
export const withoutSlips = (sitting: Pick<Sitting, 'slips'>, counted: number): number =>
  Math.max(0, counted - slipsOut(sitting));
