import type { BodyState, Resolution } from '../state.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { conditionAt } from './conditions.ts';

export type StatusAt = Resolution['status'] | 'lapsed';

/** What holds at that time: a condition is met, runs out or falls back by itself, without an act that says so. */
export function statusAt(state: BodyState, { status, condition }: Resolution, at: Time): StatusAt {
  if (status !== 'conditional' || condition === null) return status;
  const set = tableGet(state.conditions, condition);
  return set === undefined ? status : conditionAt(set, at);
}

/** The status under its key; what is not there holds nothing. */
export function statusOf(state: BodyState, key: string | number, at: Time): StatusAt {
  const resolution = tableGet(state.resolutions, key);
  return resolution === undefined ? 'rejected' : statusAt(state, resolution, at);
}
