/** Why something of a secret vote is not done; the sentences are HTTP’s. */
export type BallotRefusal =
  | 'no-such-election'
  | 'no-secret-vote'
  | 'not-presiding'
  | 'wrong-ballot-code'
  | 'message-not-valid'
  | 'already-sent'
  | 'step-not-due'
  | 'halves-in-book'
  | 'file-not-valid'
  | 'ballot-not-ready'
  | 'box-not-open'
  | 'ballot-not-valid'
  | 'too-many-ballots'
  | 'box-busy';

export interface Refused {
  readonly ok: false;
  readonly code: BallotRefusal;
  readonly detail?: string;
}

export type Said<T> = { readonly ok: true; readonly value: T } | Refused;

export const said = <T>(value: T): Said<T> => ({ ok: true, value });

export const refused = (code: BallotRefusal, detail?: string): Refused => ({
  ok: false,
  code,
  ...(detail !== undefined && { detail }),
});
