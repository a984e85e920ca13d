import type { Time } from '../time.ts';

export interface DemandList {
  readonly resolution: number;
  /** In the order of their numbers, from 1. */
  readonly demands: readonly Demand[];
}

export interface Demand {
  readonly text: string;
  readonly state: 'open' | 'offered' | 'met' | 'broken' | 'dropped';
  /** The state before the present one; a challenged report goes back to it. */
  readonly before: Demand['state'];
  /** The act that said so. */
  readonly act: number;
  /** When an office reported the present state; null where a vote decided it. */
  readonly reportedAt: Time | null;
  /** Somebody said that a report was not true: from then on only the bases call the demand met. */
  readonly challenged: boolean;
}
