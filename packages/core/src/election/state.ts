import type { ActData } from '../catalogue/acts.ts';

/** Who stands in one contest of a motion; the number is that on the paper. */
export interface Candidate {
  readonly holder: string;
  /** The device key, where offices are filled. */
  readonly key: string | null;
  /** Of a delegate: whoever would take the seat after. */
  readonly alternate: string | null;
  /** Where the statute has parity. */
  readonly woman: boolean;
  readonly withdrawn: boolean;
  readonly act: number;
}

/** A contest as last counted. */
export type CountedContest = Omit<ActData<'ElectionCounted'>, 'vote' | 'contest'> & { readonly act: number };

/** Options that a vacancy adds to the rule of its election. */
export const anew: readonly string[] = ['vacated', 'unavailable', 'original-lots'];

export const contestKey = (act: number, contest: number): string => `${act}.${contest}`;

/** One teller's typing of the papers of a contest; in the vault alone until the vote is closed. */
export interface BallotFileEntry {
  readonly contest: number;
  readonly round: number;
  readonly teller: string;
  readonly papers: number;
  readonly spoilt: number;
  /** Canonical BLT. */
  readonly file: string;
}
