import type { Time } from '../time.ts';

/** What bodies say to each other about officers who cannot hand over. */
export interface RecoveryFacts {
  /** Does act `index` of `book` enrol the keys that are in force there: its leaf, and whether they are attested already? */
  'officers-elected': { ask: { book: string; index: number; at: Time }; found: { leaf: string; attested: boolean } };
  /**
   * Does `book` attest, sealed, by officers who are attested themselves and of a body whose founding is proven, that election
   * of `of`? `leaf` is the one it has seen; so many have signed the paper minutes.
   */
  'election-attested': {
    ask: { book: string; of: string; election: number; at: Time };
    found: { index: number; leaf: string; signatures: number };
  };
}
