import type { BodyState, Resolution } from '../state.ts';
import type { Matter } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { isChallenged, matterOf } from './challenge.ts';
import { isSuspended } from './ratification.ts';

export interface WaitsOn {
  readonly on: 'bases' | 'answers-opened-again' | 'bases-by-challenge' | 'vote';
  /** By whose rule it is decided. */
  readonly matter: Matter;
}

/** What a suspended resolution waits for; null for one that is not suspended. */
export function waitsOn(state: BodyState, resolution: Resolution): WaitsOn | null {
  if (resolution.status !== 'suspended') return null;
  const matter = matterOf(resolution);
  const asked = resolution.consultation === null ? undefined : tableGet(state.consultations, resolution.consultation);
  if (asked !== undefined && asked.reopened.length > 0) return { on: 'answers-opened-again', matter };
  if (!isChallenged(resolution)) return { on: 'bases', matter };
  const rules = statuteOf(state);
  return { on: rules !== null && isSuspended(state, rules, matter) ? 'bases-by-challenge' : 'vote', matter };
}
