import { BatchWriter, type WriterTools } from './batch-writer.ts';
import type { Asked, BatchResult } from './command-batch.ts';
import type { LoadedBook } from './loaded-book.ts';
import type { CommandOutcome } from './outcome.ts';

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
  readonly settle: (result: BatchResult) => void;
}

type Job = { readonly work: () => Promise<void> };

export function createWriter(origin: string, tools: WriterTools): BookWriter {
  const writer = new BatchWriter(origin, tools);
  const queue: (Waiting | Job)[] = [];
  let running = false;

  const enqueue = (item: Waiting | Job): void => {
    queue.push(item);
    if (running) return;
    running = true;
    // The rest of this turn of the event loop may bring more for the same batch.
    setImmediate(() => void run());
  };

  async function run(): Promise<void> {
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      if ('work' in first) {
        queue.shift();
        await first.work();
        continue;
      }
      const end = queue.findIndex((item) => 'work' in item);
      const batch = queue.splice(0, Math.min(MAX_BATCH, end < 0 ? queue.length : end)) as Waiting[];
      const results = await writer.answer(batch.map(({ asked }) => asked));
      for (const [i, waiting] of batch.entries()) waiting.settle(results[i] as BatchResult);
    }
    running = false;
  }

  return {
    submit: (asked) =>
      new Promise((resolve, reject) => {
        const settle = (result: BatchResult): void => {
          if ('bug' in result) reject(result.bug);
          else resolve(result.outcome);
        };
        enqueue({ asked, settle });
      }),
    between: (work) =>
      new Promise((resolve, reject) => {
        const now = async (): Promise<void> => {
          try {
            const book = await tools.books.get(origin);
            if (book === null) throw new Error(`there is no book ${origin}`);
            resolve(await work(book));
          } catch (error) {
            tools.books.drop(origin);
            tools.committedUnseen(origin);
            reject(error);
          }
        };
        enqueue({ work: now });
      }),
  };
}
