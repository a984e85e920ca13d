import type { Question } from '@cabildo/ballot';
import type { Actor } from '@cabildo/core';
import type { TrusteeMessage } from '../../store/secret/messages.ts';
import type { Said } from './said.ts';

/** Everything of secret votes that is not an act (decision 0010, On the node). */
export interface Ballots {
  prepare(asked: OfMotion & { readonly again: boolean }): Promise<Said<Preparation>>;
  ofMotion(asked: OfMotion): Promise<Said<ElectionOfMotion>>;
  setUp(asked: OfMotion & { readonly page: string }): Promise<Said<SetUp>>;
  status(election: string): Promise<Said<BallotStatus>>;
  keepMessage(says: TrusteeSays): Promise<Said<Kept>>;
  messages(election: string): Promise<Said<readonly TrusteeMessage[]>>;
  trial(election: string): Promise<Said<Buffer>>;
  keepHalves(handed: Handed & { readonly teller: number }): Promise<Said<FileKept>>;
  halves(election: string, teller: number): Promise<Said<Buffer>>;
  keepExcluded(handed: Handed): Promise<Said<FileKept>>;
  /** On disk when it returns. */
  cast(election: string, ballot: string): Promise<Said<Taken>>;
  trackers(election: string): Promise<Said<readonly string[]>>;
  archive(election: string): Promise<Said<BoardFile>>;
  /** The election, its trustees, its credentials, or what led to them, by SHA-256. */
  file(election: string, sha256: Uint8Array): Promise<Said<Buffer>>;
  /** What was said and what waited on the way to a vote whose sitting can be challenged no more is kept no longer. */
  forgetOld(): Promise<void>;
  /** Resolves when nothing is under way: no ballot is being looked at, no batch published, no sum made. */
  settled(): Promise<void>;
}

/** A motion, and who asks. */
export interface OfMotion {
  readonly book: string;
  readonly motion: number;
  readonly actor: Actor;
}

export interface Preparation {
  readonly election: string;
  readonly trustees: readonly { readonly seat: number; readonly code: string }[];
  readonly tellers: readonly { readonly teller: number; readonly code: string }[];
}

export interface ElectionOfMotion {
  readonly election: string;
  /** A teller’s own. */
  readonly code?: string;
  readonly teller?: number;
}

/** The archive without a ballot, and its parts; SHA-256 as the book has it. */
export interface SetUp {
  readonly archive: string;
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
  /** Of each trustee’s public key. */
  readonly keys: readonly string[];
  readonly page: string;
  readonly head: string;
  /** In every header of the archive, in seconds. */
  readonly time: number;
  /** Of an election among candidates. */
  readonly questions?: readonly Question[];
}

export interface TrusteeSays {
  readonly election: string;
  readonly seat: number;
  readonly step: string;
  readonly code: string;
  readonly message: string;
}

/** Whether it is kept now, or was before. */
export type Kept = 'kept' | 'known';

export interface FileKept {
  /** SHA-256 as the book has it. */
  readonly file: string;
  readonly count: number;
}

/** By a teller. */
export interface Handed {
  readonly election: string;
  readonly code: string;
  readonly file: string;
}

export interface Taken {
  readonly tracker: string;
  /** It was there before. */
  readonly known: boolean;
}

export interface BoardFile {
  readonly length: number;
  /** Of the last event, in hexadecimal. */
  readonly head: string;
  pieces(): AsyncGenerator<Buffer>;
}

export interface MotionSums {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

export type VoteStage = 'keys' | 'trial' | 'credentials' | 'ready' | 'open' | 'closed' | 'opened';

/** Where a secret vote stands: for anybody, and all of it. Hashes as the book writes them. */
export interface BallotStatus {
  readonly election: string;
  readonly body: string;
  readonly motion: number;
  readonly title: string;
  readonly group: string;
  readonly stage: VoteStage;
  readonly questions: readonly Question[];
  /** Of an election among candidates: of each question the names of its answers, null of whoever did not ask to be named. */
  readonly names: readonly (readonly (string | null)[])[] | null;
  readonly threshold: number;
  readonly trustees: readonly TrusteeStatus[];
  /** The archive of the trial, and the seats that have opened it; null before there are keys. */
  readonly trial: { readonly archive: string; readonly opened: readonly number[] } | null;
  readonly halves: readonly HalvesStatus[];
  readonly excluded: { readonly file: string; readonly left: number } | null;
  readonly files: {
    readonly archive: string;
    readonly election: string;
    readonly trustees: string;
    readonly credentials: string;
  } | null;
  readonly vote: number | null;
  readonly page: string | null;
  readonly head: string | null;
  readonly ballots: number;
  /** Of a motion. */
  readonly result: MotionSums | null;
  /** As the archive has them: of each question the blank ballots first, then the votes for each answer. */
  readonly rows: readonly (readonly number[])[] | null;
}

export interface TrusteeStatus {
  readonly seat: number;
  /** As it is named in the book. */
  readonly list?: string;
  /** SHA-256 of the public key, once there is one. */
  readonly key?: string;
  readonly steps: readonly string[];
}

export interface HalvesStatus {
  readonly teller: number;
  readonly file: string;
  readonly halves: number;
  readonly inBook: boolean;
}
