import type { SecretQuestion } from './questions.ts';

/** What a motion is answered with. */
interface MotionSums {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** What candidates are given: of each question the blank ballots first, then the votes for each answer. */
interface ElectionSums {
  /** Whose last ballots were added up. */
  readonly voters: number;
  readonly rows: readonly (readonly number[])[];
}

/**
 * What the node's verifier of secret ballots says of files that the node holds, named by their SHA-256; null of what it does
 * not hold or does not find valid. The core verifies nothing of it: it holds what was verified against what is in the book.
 */
export interface SecretFacts {
  /** A trial election: the keys of its trustees, how many were needed, and whose parts opened it. */
  'trial-decryption': {
    ask: { archive: string };
    found: { keys: readonly string[]; threshold: number; opened: readonly string[] };
  };
  /** Public halves of credentials, each with a valid proof of possession. */
  'credential-halves': { ask: { file: string }; found: { halves: number } };
  /** The products of these halves, and what remains of them without the slips of that file. */
  'credential-list': {
    ask: { halves: readonly string[]; excluded: string };
    found: { slips: number; root: string; left: number; list: string };
  };
  /**
   * An archive in which nobody has voted yet: its hash, what it asks (SHA-256 of the text, and the questions of an election among
   * candidates; absent, one that is answered yes, no or blank), who opens it, who may vote and with which weights, the page that is
   * delivered for it, and its head.
   */
  'secret-setup': {
    ask: { archive: string };
    found: {
      election: string;
      text: string;
      questions?: readonly SecretQuestion[];
      keys: readonly string[];
      threshold: number;
      list: string;
      weights: readonly number[];
      page: string;
      head: string;
    };
  };
  /** The box of that election as it is now, if it goes on from that head. */
  'ballot-box': { ask: { election: string; since: string }; found: { head: string; ballots: number } };
  /** The result of that election, of exactly the ballots up to that head. */
  'secret-result': {
    ask: { election: string; box: string };
    found: { head: string; ballots: number } & (MotionSums | ElectionSums);
  };
}
