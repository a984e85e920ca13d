/** Spreads the costly part of a verification over threads. */
import { Worker } from 'node:worker_threads';
import type { BallotChecker, PlacedFault, Setup } from '../src/index.ts';

/** What a thread begins with. */
export interface Given {
  readonly election: string;
  /** Whether each element is looked at by itself for being a member of the group. */
  readonly oneByOne: boolean;
}

export interface Question {
  readonly id: number;
  /** Null asks whether all members so far were any. */
  readonly ballot: string | null;
}

export interface Answer {
  readonly id: number;
  readonly faults: readonly PlacedFault[];
  readonly allMembers: boolean;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** Why it will never answer again. */
  failure: Error | undefined;
}

/** Enough that no thread waits for the reading one. */
const AHEAD_PER_THREAD = 16;

/** What is worked out of a ballot is thrown away at once; room for more of it is memory without a use. */
const NEW_OBJECTS_MB = 8;

/** A checker with so many threads, which start when the election is known. */
export function startBallotWorkers(count: number): (setup: Setup, oneByOne: boolean) => BallotChecker {
  return ({ election }, oneByOne) => {
    const threads = Array.from({ length: count }, () => startThread({ election: election.json, oneByOne }));
    let asked = 0;
    const ask = ({ worker, waiting, failure }: Thread, ballot: string | null): Promise<Answer> => {
      asked += 1;
      const id = asked;
      if (failure !== undefined) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, ballot } satisfies Question);
      });
    };
    return {
      ahead: count * AHEAD_PER_THREAD,
      check: async (ballot) => (await ask(leastBusy(threads), ballot)).faults,
      wereMembers: async () => {
        const answers = await Promise.all(threads.map((thread) => ask(thread, null)));
        return answers.every(({ allMembers }) => allMembers);
      },
      close: async () => {
        await Promise.all(threads.map(({ worker }) => worker.terminate()));
      },
    };
  };
}

function startThread(given: Given): Thread {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: given,
    resourceLimits: { maxYoungGenerationSizeMb: NEW_OBJECTS_MB },
  });
  const thread: Thread = { worker, waiting: new Map(), failure: undefined };
  worker.on('message', (answer: Answer) => {
    thread.waiting.get(answer.id)?.resolve(answer);
    thread.waiting.delete(answer.id);
  });
  worker.on('error', (error) => {
    thread.failure = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of thread.waiting.values()) reject(thread.failure);
    thread.waiting.clear();
  });
  return thread;
}

function leastBusy(threads: readonly Thread[]): Thread {
  return threads.reduce((best, thread) => (thread.waiting.size < best.waiting.size ? thread : best));
}
