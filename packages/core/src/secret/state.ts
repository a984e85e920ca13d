import type { ActData } from '../catalogue/acts.ts';

/** What is ready for a secret vote on a motion, each with the act that says it. */
export interface SecretPreparation {
  readonly trustees: (Omit<ActData<'TrusteesNamed'>, 'motion'> & { readonly act: number }) | null;
  /** Of these trustees: whoever names others makes it anew. */
  readonly trial: number | null;
  /** Of each teller the last ones. */
  readonly halves: readonly (Omit<ActData<'CredentialHalvesEntered'>, 'motion'> & { readonly act: number })[];
  readonly credentials: (Omit<ActData<'CredentialsListed'>, 'motion'> & { readonly act: number }) | null;
}

export const nothingPrepared: SecretPreparation = { trustees: null, trial: null, halves: [], credentials: null };

/** What a vote that is taken in secret has beside the others. */
export interface SecretVote extends Omit<ActData<'SecretVoteOpened'>, 'vote' | 'head'> {
  /** As last anchored. */
  readonly box: Omit<ActData<'BallotBoxAnchored'>, 'vote'>;
  readonly result: Omit<ActData<'SecretVoteClosed'>, 'vote'> | null;
  /** The same of an election among candidates. */
  readonly sums?: OpenedSums;
}

export type OpenedSums = Omit<ActData<'SecretElectionClosed'>, 'vote'>;
