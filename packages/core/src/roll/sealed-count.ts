import type { BodyState } from '../state.ts';
import { tableEntries, tableHas } from '../table.ts';
import type { Time } from '../time.ts';
import type { RollCount } from './state.ts';

/** The last count of the roll by that time that its officers have sealed. */
export function sealedCount(state: BodyState, asOf: Time): (RollCount & { readonly index: number }) | null {
  const found = tableEntries(state.rollCounts).findLast(([act, { at }]) => tableHas(state.sealed, act) && at <= asOf);
  return found === undefined ? null : { index: Number(found[0]), ...found[1] };
}
