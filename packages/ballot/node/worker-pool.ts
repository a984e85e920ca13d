/** Spreads the costly part of a verification over threads. */
import { Worker } from 'node:worker_threads';
import type { BallotChecker, PlacedFault, Setup } from '../src/index.ts';

export interface Question {
  readonly id: number;
  readonly ballot: string;
}

export interface Answer {
  readonly id: number;
  readonly faults: readonly PlacedFault[];
}

interface Waiting {
  readonly resolve: (faults: readonly PlacedFault[]) => void;
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

/** A checker with so many threads, which start when the election is known. */
export function startBallotWorkers(count: number): (setup: Setup) => BallotChecker {
  return ({ election }) => {
    const threads = Array.from({ length: count }, () => startThread(election.json));
    let asked = 0;
    return {
      ahead: count * AHEAD_PER_THREAD,
      check(ballot) {
        asked += 1;
        const id = asked;
        const { worker, waiting, failure } = leastBusy(threads);
        if (failure !== undefined) return Promise.reject(failure);
        return new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          worker.postMessage({ id, ballot } satisfies Question);
        });
      },
      close: async () => {
        await Promise.all(threads.map(({ worker }) => worker.terminate()));
      },
    };
  };
}

function startThread(election: string): Thread {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: election });
  const thread: Thread = { worker, waiting: new Map(), failure: undefined };
  worker.on('message', ({ id, faults }: Answer) => {
    thread.waiting.get(id)?.resolve(faults);
    thread.waiting.delete(id);
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
