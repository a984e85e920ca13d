import type { ActData } from '../catalogue/acts.ts';

/** Bodies that claim one seat, name or congress; both books stand. */
export interface Dispute extends Pick<ActData<'ClaimDisputed'>, 'over' | 'claimants' | 'share'> {
  readonly act: number;
  /** The act that settled it, and to whom it belongs; null: to nobody alone. */
  readonly settled: { readonly act: number; readonly vote: number; readonly holder: string | null } | null;
}
