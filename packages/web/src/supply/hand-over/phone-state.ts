import type { HandKey } from './kept.ts';
import type { Draft, KnownBook, Sending } from './types.ts';

/** What this phone has of one committee's hand-overs, as the screens show it. */
export interface PhoneState {
  readonly keys: readonly HandKey[];
  readonly book: KnownBook | null;
  readonly drafts: readonly Draft[];
  readonly sendings: readonly Sending[];
  /** False: what is shown is what was last known. */
  readonly reachable: boolean;
  /** The node knows no body of that name. */
  readonly unknown: boolean;
  /** What this phone could not do when it was last asked to: sign, or keep what it was given. */
  readonly trouble: 'sign' | 'keep' | null;
}

export const nothing: PhoneState = {
  keys: [],
  book: null,
  drafts: [],
  sendings: [],
  reachable: true,
  unknown: false,
  trouble: null,
};
