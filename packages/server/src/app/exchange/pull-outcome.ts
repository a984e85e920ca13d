import type { SourceFault } from './source.ts';

/** Why a pull took nothing; the mirror is as it was. */
export type PullRefusal =
  | SourceFault
  | 'unknown-mirror'
  | 'own-book'
  | 'no-source'
  | 'stopped-by-fork'
  | 'bad-key'
  | 'checkpoint-malformed'
  | 'checkpoint-signature'
  | 'checkpoint-origin'
  | 'too-many-acts'
  | 'entries-damaged'
  | 'leaf-malformed'
  | 'seal-refused'
  | 'root-differs'
  | 'disclosure-differs'
  | 'attachment-differs'
  | 'changed-meanwhile';

export interface Refused {
  readonly kind: 'refused';
  readonly origin: string;
  readonly reason: PullRefusal;
  readonly detail: string;
}

export type PullOutcome =
  /** The mirror grew. `notHere`: committed disclosures and named attachments that the source does not have. */
  | {
      readonly kind: 'pulled';
      readonly origin: string;
      readonly from: number;
      readonly to: number;
      readonly notHere: number;
    }
  | { readonly kind: 'current'; readonly origin: string; readonly size: number }
  /** The source is older than the mirror, and consistent with it. */
  | { readonly kind: 'behind'; readonly origin: string; readonly size: number; readonly theirs: number }
  /** Two signed heads that cannot both be true; both are kept, and the mirror stops. */
  | {
      readonly kind: 'fork';
      readonly origin: string;
      readonly number: number;
      readonly held: string;
      readonly seen: string;
    }
  | Refused;

export const refused = (origin: string, reason: PullRefusal, detail: string): Refused => ({
  kind: 'refused',
  origin,
  reason,
  detail,
});

export interface PullProgress {
  readonly origin: string;
  readonly acts: number;
  readonly of: number;
}
