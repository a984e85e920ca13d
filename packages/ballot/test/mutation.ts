// What a falsified election is.
import type { ArchiveWriter } from '../src/archive-writer.ts';
import type { Election } from '../src/election.ts';
import type { FindingCode } from '../src/finding.ts';
import type { Json, Step } from './archive-model.ts';
import type { MadeElection } from './elections.ts';

export interface Mutation {
  /** Which part of an archive is falsified. */
  readonly part: 'setup' | 'ballot' | 'events' | 'count' | 'file';
  readonly what: string;
  /** All the findings that it gives, each once. */
  readonly finds: readonly FindingCode[];
  readonly make: (forger: Forger) => Uint8Array;
}

/** An election, all its secrets, and the means to falsify it. */
export interface Forger {
  readonly made: MadeElection;
  readonly election: Election;
  readonly steps: readonly Step[];
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
  /** Exponents behind the credentials, in their order. */
  readonly secrets: readonly bigint[];
  readonly sign: (ballot: Json, voter: number) => Json;
  readonly vote: (secret: bigint, choices: readonly (readonly number[])[]) => Json;
  /** The archive with the ballot at a place (from 0) changed and signed again. */
  readonly withBallot: (at: number, how: (ballot: Json) => Json) => Uint8Array;
  /** Trustees and all work together: the sum is of those ballots, and everything after it fits it. */
  readonly fitted: (write: (writer: ArchiveWriter) => void, counted: readonly Json[]) => Uint8Array;
  readonly withStep: (type: string, how: (files: readonly Json[]) => readonly Json[], which?: number) => Uint8Array;
}
