import type { Time } from '../time.ts';

/** A roll as its own body has counted it. */
export interface RollCount {
  readonly size: number;
  readonly doubleMembers: number;
  readonly at: Time;
}

/** Ordered by the body above, in its book. */
export interface RollAuditOrder {
  /** Its number in the book before, where it was taken over: what the body shows answers that one. */
  readonly was?: number;
  readonly below: string;
  readonly sample: number;
  readonly due: Time;
}

export interface RollAudit {
  /** The roll as last counted before it. */
  readonly size: number;
  readonly sampled: number;
  readonly confirmed: number;
  readonly orderedBy: { readonly book: string; readonly index: number };
}
