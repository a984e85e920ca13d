import { hash } from 'node:crypto';
import type { Time } from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import { type ElectionRow, findElection } from '../../store/secret/elections.ts';
import type { BookCache } from '../book-cache.ts';
import type { BookNames } from '../book-names.ts';
import type { LoadedBook } from '../loaded-book.ts';
import type { Codes } from './codes.ts';
import { type MotionInBook, motionInBook, type VoteInBook, voteInBook } from './in-book.ts';
import type { Plan } from './jobs.ts';
import { refused, type Said } from './said.ts';
import type { SetUp } from './secret-votes.ts';
import type { Sizes } from './steps.ts';
import type { Threads } from './threads.ts';

export interface BallotTools {
  readonly store: Store;
  readonly books: BookCache;
  readonly names: BookNames;
  readonly codes: Codes;
  readonly threads: Threads;
  readonly random: (bytes: number) => Uint8Array;
  now(): Time;
  /** Something of that body’s sitting has changed without an act. */
  touched(origin: string): void;
  log(line: string): void;
}

/** What an election is to be, fixed when it is prepared. */
export interface Prepared {
  readonly sizes: Sizes;
  readonly plan: Plan;
}

/** What is known of an election once its box is closed. */
export interface Counted {
  readonly tally: string;
  readonly voters: number;
  /** Of the board when the box was closed. */
  readonly box: string;
}

export interface Opened {
  /** For each question the votes for each answer; the blank ones first. */
  readonly rows: readonly (readonly number[])[];
}

export interface Election {
  readonly uuid: string;
  readonly origin: string;
  readonly motion: number;
  readonly prepared: Prepared;
  readonly setUp: SetUp | null;
  readonly counted: Counted | null;
  readonly opened: Opened | null;
  readonly book: LoadedBook;
  readonly inBook: MotionInBook;
  readonly vote: VoteInBook | null;
}

const fromJson = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T));

export async function electionOf(tools: BallotTools, row: ElectionRow): Promise<Election | null> {
  const book = await tools.books.get(row.origin);
  const inBook = book === null ? null : motionInBook(book.folded.state, Number(row.motion));
  if (book === null || inBook === null) return null;
  const setUp = fromJson<SetUp>(row.setup);
  return {
    uuid: row.election,
    origin: row.origin,
    motion: Number(row.motion),
    prepared: JSON.parse(row.prepared) as Prepared,
    setUp,
    counted: fromJson<Counted>(row.tally),
    opened: fromJson<Opened>(row.result),
    book,
    inBook,
    vote: setUp === null ? null : voteInBook(book.folded.state, setUp.election),
  };
}

/** An election that this node keeps and that no other has taken the place of. */
export async function readElection(tools: BallotTools, uuid: string): Promise<Said<Election>> {
  const row = await findElection(tools.store, uuid);
  const found = row === undefined || row.dropped ? null : await electionOf(tools, row);
  return found === null ? refused('no-such-election') : { ok: true, value: found };
}

export const sha256 = (content: Uint8Array | string): Buffer => hash('sha256', content, 'buffer');

/** As the book writes it. */
export const bookHash = (content: Uint8Array | string): string => hash('sha256', content, 'base64');

/** The archive names its events in hexadecimal. */
export const fromHex = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

export const toHex = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');
