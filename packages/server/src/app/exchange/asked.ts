export interface OutsideWitness {
  /** The submission prefix: `<url>/add-checkpoint`. */
  readonly url: string;
  /** Its verifier key (type 0x04). Without: any witness that a book held here has appointed. */
  readonly key?: string;
}

export type Asked =
  | {
      readonly kind: 'cosigned';
      readonly url: string;
      readonly witness: string;
      readonly size: number;
      /** What the witness had seen before this. */
      readonly before: number;
      readonly time: number;
    }
  | { readonly kind: 'nothing-logged'; readonly url: string }
  /** The witness has seen more of our log than we have, or another history of it. */
  | { readonly kind: 'rolled-back' | 'fork'; readonly url: string; readonly size: number; readonly detail: string }
  | {
      readonly kind: 'refused';
      readonly url: string;
      readonly reason:
        | 'bad-key'
        | 'own-key'
        | 'no-known-witness'
        | 'no-answer'
        | 'status'
        | 'ahead-unproven'
        | 'unknown-signature';
      readonly detail: string;
    };
