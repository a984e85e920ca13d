import type { BodyState } from './state.ts';
import { type Table, tableEntries } from './table.ts';

/** The state as plain JSON with sorted keys: what a projection stores and what a state's hash is taken over. */
export const stateToJson = (state: BodyState): unknown => plain(state);

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('root' in value && 'size' in value && Array.isArray(value.root)) {
    return Object.fromEntries(tableEntries(value as Table<unknown>).map(([key, entry]) => [key, plain(entry)]));
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}
