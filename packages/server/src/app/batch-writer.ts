import { channel } from 'node:diagnostics_channel';
import { setTimeout as pause } from 'node:timers/promises';
import type { Time } from '@cabildo/core';
import { append, NotAppended, settled } from '../store/append.ts';
import { isKnownKey, type KeptAnswer, keptAnswers } from '../store/idempotency.ts';
import { isDatabaseTrouble } from '../store/trouble.ts';
import { AttendanceCache } from './attendance-cache.ts';
import type { BookCache } from './book-cache.ts';
import { type Asked, answerAgain, type BatchResult, type BatchTools, decideBatch } from './command-batch.ts';
import { BookDraft, type DraftTools, TornDraft } from './draft.ts';
import type { CameIn, HallsAttended } from './halls-attended.ts';
import type { LoadedBook } from './loaded-book.ts';
import type { ActRow } from './node.ts';
import { type CommandOutcome, problem } from './outcome.ts';
import { VaultView } from './vault-view.ts';

/** What a commit has changed, for those who follow. */
export interface Committed {
  readonly before: LoadedBook;
  readonly after: LoadedBook;
  readonly acts: readonly ActRow[];
  /** Holders whose sessions have ended. */
  readonly newCardsFor: readonly string[];
  readonly cameIn?: readonly CameIn[];
  /** Sittings of which nobody may know any more who was there. */
  readonly attendanceErased?: readonly number[];
}

export interface WriterTools extends BatchTools, DraftTools {
  readonly books: BookCache;
  readonly attended: HallsAttended;
  now(): Time;
  committed(change: Committed): void;
  /** A batch of this book may have been committed without `committed` having been told what it has changed. */
  committedUnseen(origin: string): void;
  log(line: string): void;
}

/** For whoever measures how long after a commit something is on a screen; nobody else listens. */
const commits = channel('cabildo.commit');

/** Decides and commits batches of one book, one batch at a time. */
export class BatchWriter {
  readonly #origin: string;
  readonly #tools: WriterTools;
  readonly #attendance = new AttendanceCache();

  constructor(origin: string, tools: WriterTools) {
    this.#origin = origin;
    this.#tools = tools;
  }

  /** A result for every one of the batch, whatever happens. */
  async answer(batch: readonly Asked[]): Promise<BatchResult[]> {
    try {
      return await this.#writeOnce(batch);
    } catch (error) {
      this.#attendance.clear();
      this.#tools.books.drop(this.#origin);
      if (!isOurFault(error)) return this.#afterFailure(batch, error);
      if (batch.length === 1) return [{ bug: error }];
      // One of them is at fault; the others shall not suffer for it.
      const results: BatchResult[] = [];
      for (const asked of batch) results.push(...(await this.answer([asked])));
      return results;
    }
  }

  /**
   * Nearly always every key is new. So the keys are written with the batch without a look beforehand; one that is there
   * already undoes all of it, and the batch is decided again with what was answered then.
   */
  async #writeOnce(batch: readonly Asked[]): Promise<BatchResult[]> {
    try {
      const results = await this.#write(batch, []);
      if (!results.some((result) => 'bug' in result)) return await this.#asBefore(batch, results);
    } catch (error) {
      if (!(error instanceof NotAppended) || !isKnownKey(error.cause)) throw error;
      this.#attendance.clear();
    }
    return this.#write(batch, await keptAnswers(this.#tools.store, this.#origin, batch));
  }

  /** What an outsider is refused has no row that would clash with an earlier one: so whether it was done before is looked up. */
  async #asBefore(batch: readonly Asked[], results: BatchResult[]): Promise<BatchResult[]> {
    const refused = batch.filter((asked, i) => mayHaveBeenDone(asked, results[i]));
    if (refused.length === 0) return results;
    const kept = await keptAnswers(this.#tools.store, this.#origin, refused);
    const done = new Map(refused.map((asked, i) => [asked, kept[i]]));
    return batch.map((asked, i) => {
      const answer = done.get(asked);
      return answer === undefined ? (results[i] as BatchResult) : { outcome: answerAgain(asked, answer) };
    });
  }

  async #write(batch: readonly Asked[], kept: readonly (KeptAnswer | undefined)[]): Promise<BatchResult[]> {
    const tools = this.#tools;
    const book = await tools.books.get(this.#origin);
    const closed = closedFor(book);
    if (book === null || closed !== null) return batch.map(() => ({ outcome: closed ?? problem('unknown-body') }));
    const vault = new VaultView(tools.store, this.#origin, this.#attendance);
    const draft = new BookDraft(book, vault, tools.now(), tools);
    const results = await decideBatch(batch, kept, draft, tools);
    if (draft.empty) return results;
    const { append: rows, after } = draft.finish();
    await append(tools.store, rows);
    if (commits.hasSubscribers) commits.publish({ origin: this.#origin, size: after.head.size, at: Date.now() });
    this.#attendance.trim();
    tools.books.put(after);
    tools.committed({
      before: book,
      after,
      acts: draft.acts,
      newCardsFor: rows.newCardsFor ?? [],
      cameIn: draft.cameIn,
      attendanceErased: rows.attendanceErased?.map(({ sitting }) => sitting) ?? [],
    });
    return results;
  }

  /** The database failed: what was committed all the same is found by its key; the rest was not written, for certain. */
  async #afterFailure(batch: readonly Asked[], error: unknown): Promise<BatchResult[]> {
    const { store, log } = this.#tools;
    log(`book ${this.#origin}: ${errorText(error)}`);
    for (const delay of [0, 200, 1_000, 3_000]) {
      await pause(delay);
      try {
        await settled(store, this.#origin);
        // Whoever asked for the book meanwhile may have been given it as it was before.
        this.#tools.books.drop(this.#origin);
        this.#tools.committedUnseen(this.#origin);
        const kept = await keptAnswers(store, this.#origin, batch);
        return batch.map((asked, i) => {
          const answer = kept[i];
          return { outcome: answer === undefined ? problem('try-again') : answerAgain(asked, answer) };
        });
      } catch (again) {
        log(`book ${this.#origin}: the database does not answer: ${errorText(again)}`);
      }
    }
    return batch.map(() => ({ outcome: problem('try-again') }));
  }
}

/** An outsider's command that outsiders may give. */
const mayHaveBeenDone = ({ actor }: Asked, result: BatchResult | undefined): boolean =>
  actor.kind === 'anyone' &&
  result !== undefined &&
  'outcome' in result &&
  result.outcome.kind === 'refused' &&
  result.outcome.refusal.code !== 'not-allowed';

function closedFor(book: LoadedBook | null): CommandOutcome | null {
  if (book === null) return problem('unknown-body');
  if (book.remote || book.kind !== 'body') return problem('not-here');
  return book.readOnly === null ? null : problem('book-read-only', book.readOnly);
}

/** An error that would come again with the same command: a bug, which no second try mends. */
function isOurFault(error: unknown): boolean {
  const cause = error instanceof NotAppended ? error.cause : error;
  return error instanceof TornDraft || (error instanceof Error && cause !== undefined && !isDatabaseTrouble(cause));
}

const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};
