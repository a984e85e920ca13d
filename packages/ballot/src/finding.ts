/** What a verification found wrong, each with its place. */
import type { BallotFault } from './ballot.ts';
import type { VoterFault } from './credential.ts';
import type { CheckedDecryption } from './decryption.ts';
import type { ElectionFault } from './election.ts';
import type { TrusteeFault } from './trustee-fault.ts';

type DecryptionFault = Extract<CheckedDecryption, { ok: false }>['fault'];

export type FindingCode =
  // the file
  | 'tar-header'
  | 'tar-padding'
  | 'tar-end'
  | 'tar-truncated'
  | 'tar-name'
  | 'too-large'
  | 'archive-header'
  | 'hash-differs'
  | 'not-text'
  | 'entry-twice'
  // the chain of events
  | 'event-malformed'
  | 'event-not-canonical'
  | 'event-parent'
  | 'event-height'
  | 'event-out-of-place'
  | 'event-unsupported'
  | 'payload-missing'
  | 'payload-not-wanted'
  | 'data-out-of-place'
  | 'data-without-event'
  // what an event speaks of
  | 'setup-missing'
  | 'setup-malformed'
  | `election-${ElectionFault}`
  | 'trustees-malformed'
  | `trustees-${TrusteeFault['fault']}`
  | 'election-key'
  | 'credentials-malformed'
  | `credentials-${VoterFault['fault']}`
  | `ballot-${BallotFault}`
  | 'ballot-replayed'
  | 'tally-malformed'
  | 'tally-differs'
  | 'num-tallied'
  | 'total-weight'
  | 'decryption-malformed'
  | 'decryption-owner'
  | 'decryption-owner-twice'
  | 'decryption-too-early'
  | DecryptionFault
  | 'result-too-early'
  | 'result-malformed'
  | 'result-shape'
  | 'result-bounds'
  | 'result-differs'
  | 'too-many-findings';

export interface Finding {
  readonly code: FindingCode;
  /** Which entry of the archive, counted from 1; 0 for the archive as a whole. */
  readonly entry: number;
  readonly name?: string;
  /** The event, by its height, where one is concerned. */
  readonly height?: number;
  /** Where in the entry. */
  readonly path?: string;
  /** The trustee, counted from 1. */
  readonly owner?: number;
}

/** Collects findings in the order of their places, and no more than `limit` of them. */
export interface FindingSink {
  readonly add: (finding: Finding) => void;
  readonly findings: () => readonly Finding[];
}

export function findingSink(limit: number): FindingSink {
  const kept: Finding[] = [];
  let dropped = false;
  return {
    add(finding) {
      if (kept.length < limit) kept.push(finding);
      else dropped = true;
    },
    findings: () => [
      ...kept.toSorted((a, b) => a.entry - b.entry),
      ...(dropped ? [{ code: 'too-many-findings', entry: 0 } as const] : []),
    ],
  };
}
