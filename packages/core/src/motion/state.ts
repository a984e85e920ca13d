import type { Matter } from '../statute/fields.ts';
import type { Proposal } from './proposal.ts';

export interface Motion {
  readonly sitting: number;
  readonly matter: Matter;
  readonly title: string;
  readonly textHash: string;
  readonly proposal: Proposal;
  /** The received motion that it takes up; mandates may be on that one. */
  readonly from: number | null;
  readonly vote: number | null;
  /** The amendments that carried, the first one first, each with the text that it replaced. */
  readonly amended: readonly { readonly amendment: number; readonly before: string; readonly substantive: boolean }[];
}

export interface ReceivedMotion {
  readonly from: { readonly book: string; readonly index: number };
  readonly title: string;
  readonly textHash: string;
  readonly motions: readonly number[];
}
