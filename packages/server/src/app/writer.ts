import { setTimeout as pause } from 'node:timers/promises';
import { append, NotAppended, settled } from '../store/append.ts';
import { keptAnswers } from '../store/idempotency.ts';
import { isDatabaseTrouble } from '../store/trouble.ts';
import type { Time } from '@cabildo/core';
import type { BookCache } from './book-cache.ts';
import { answerAgain, type Asked, type BatchResult, type BatchTools, decideBatch } from './command-batch.ts';
import { BookDraft, type DraftTools, TornDraft } from './draft.ts';
import type { LoadedBook } from './loaded-book.ts';
import type { ActRow } from './node.ts';
import { type CommandOutcome, problem } from './outcome.ts';
import { AttendanceCache, VaultView } from './vault-view.ts';

/** What a commit has changed, for those who follow. */
export interface Committed {
  readonly before: LoadedBook;
  readonly after: LoadedBook;
  readonly acts: readonly ActRow[];
  /** Holders whose sessions have ended. */
  readonly newCardsFor: readonly string[];
}

export interface WriterTools extends BatchTools, DraftTools {
  readonly books: BookCache;
  now(): Time;
  committed(change: Committed): void;
  log(line: string): void;
}

/** The one writer of one book. Nothing else appends to it; it never waits for another book's writer. */
export interface BookWriter {
  submit(asked: Asked): Promise<CommandOutcome>;
  /** Work that must not run beside an append: between two batches, with the book as committed. */
  between<T>(work: (book: LoadedBook) => Promise<T>): Promise<T>;
}

/** So that a batch does not hold up everything else for long. */
const MAX_BATCH = 256;

interface Waiting {
  readonly asked: Asked;
  resolve(outcome: CommandOutcome): void;
  reject(bug: unknown): void;
}

type Job = { readonly work: () => Promise<void> };

export function createWriter(origin: string, tools: WriterTools): BookWriter {
  const queue: (Waiting | Job)[] = [];
  const attendance = new AttendanceCache();
  let running = false;

  const enqueue = (item: Waiting | Job): void => {
    queue.push(item);
    if (running) return;
    running = true;
    // The rest of this turn of the event loop may bring more for the same batch.
    setImmediate(() => void run());
  };

  async function run(): Promise<void> {
    for (;;) {
      const first = queue[0];
      if (first === undefined) break;
      if ('work' in first) {
        queue.shift();
        await first.work();
      } else {
        const end = queue.findIndex((item) => 'work' in item);
        const batch = queue.splice(0, Math.min(MAX_BATCH, end < 0 ? queue.length : end)) as Waiting[];
        await answer(batch);
      }
    }
    running = false;
  }

  /** Answers every one of the batch, whatever happens. */
  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await write(batch.map(({ asked }) => asked));
      batch.forEach((waiting, i) => settle(waiting, results[i] as BatchResult));
    } catch (error) {
      attendance.clear();
      tools.books.drop(origin);
      if (batch.length > 1 && isOurFault(error)) {
        // One of them is at fault; the others shall not suffer for it.
        for (const waiting of batch) await answer([waiting]);
      } else if (isOurFault(error)) {
        for (const waiting of batch) waiting.reject(error);
      } else {
        tools.log(`book ${origin}: ${errorText(error)}`);
        const outcomes = await afterFailure(batch.map(({ asked }) => asked));
        batch.forEach((waiting, i) => waiting.resolve(outcomes[i] as CommandOutcome));
      }
    }
  }

  async function write(batch: readonly Asked[]): Promise<BatchResult[]> {
    const book = await tools.books.get(origin);
    const closed = book === null ? problem('unknown-body') : closedFor(book);
    if (book === null || closed !== null) {
      return batch.map(() => ({ outcome: closed ?? problem('unknown-body') }));
    }
    const draft = new BookDraft(book, new VaultView(tools.store, origin, attendance), tools.now(), tools);
    const results = await decideBatch(batch, draft, tools);
    if (draft.empty) return results;
    const { append: rows, after } = draft.finish();
    await append(tools.store, rows);
    attendance.trim();
    tools.books.put(after);
    tools.committed({ before: book, after, acts: draft.acts, newCardsFor: rows.newCardsFor ?? [] });
    return results;
  }

  /** The connection failed: whatever was committed is found by its key, the rest was not written and may be sent again. */
  async function afterFailure(batch: readonly Asked[]): Promise<CommandOutcome[]> {
    for (const delay of [0, 200, 1_000, 3_000]) {
      await pause(delay);
      try {
        await settled(tools.store, origin);
        const kept = await keptAnswers(tools.store, origin, batch);
        return batch.map((asked, i) => {
          const answer = kept[i];
          return answer === undefined ? problem('try-again') : answerAgain(asked, answer);
        });
      } catch (error) {
        tools.log(`book ${origin}: the database does not answer: ${errorText(error)}`);
      }
    }
    return batch.map(() => problem('try-again'));
  }

  return {
    submit: (asked) => new Promise((resolve, reject) => enqueue({ asked, resolve, reject })),
    between: (work) =>
      new Promise((resolve, reject) => {
        const run = async (): Promise<void> => {
          try {
            const book = await tools.books.get(origin);
            if (book === null) throw new Error(`there is no book ${origin}`);
            resolve(await work(book));
          } catch (error) {
            tools.books.drop(origin);
            reject(error);
          }
        };
        enqueue({ work: run });
      }),
  };
}

function closedFor(book: LoadedBook): CommandOutcome | null {
  if (book.remote || book.kind !== 'body') return problem('not-here');
  return book.readOnly === null ? null : problem('book-read-only', book.readOnly);
}

function settle(waiting: Waiting, result: BatchResult): void {
  if ('bug' in result) waiting.reject(result.bug);
  else waiting.resolve(result.outcome);
}

/** An error that would come again with the same command: a bug, which no second try mends. */
function isOurFault(error: unknown): boolean {
  if (error instanceof TornDraft) return true;
  return error instanceof NotAppended && error.cause !== undefined && !isDatabaseTrouble(error.cause);
}

const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};
