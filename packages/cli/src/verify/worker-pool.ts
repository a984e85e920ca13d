/** Spreads the costly parts of an audit over threads. */
import { Worker } from 'node:worker_threads';
import type { BundleResult, BundleTask, SealCheck, VerifyBookOptions } from '@cabildo/book';

export type Question =
  | { readonly id: number; readonly bundle: BundleTask; readonly checks?: undefined }
  | { readonly id: number; readonly bundle?: undefined; readonly checks: readonly SealCheck[] };

export interface Answer {
  readonly id: number;
  readonly result: BundleResult | readonly boolean[];
}

type Work = { readonly bundle: BundleTask } | { readonly checks: readonly SealCheck[] };

export interface WorkerPool {
  readonly audit: Required<Pick<VerifyBookOptions, 'runBundle' | 'runSignatures' | 'ahead'>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: Answer['result']) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Enough bundles in flight that no thread waits for the main one. */
const BUNDLES_PER_THREAD = 4;

export function startWorkers(count: number): WorkerPool {
  const threads = Array.from({ length: count }, startThread);
  let asked = 0;

  function ask(work: Work): Promise<Answer['result']> {
    asked += 1;
    const id = asked;
    const { worker, waiting } = leastBusy(threads);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...work });
    });
  }

  async function runSignatures(checks: readonly SealCheck[]): Promise<readonly boolean[]> {
    const share = Math.max(1, Math.ceil(checks.length / count));
    const parts = Array.from({ length: Math.ceil(checks.length / share) }, (_, i) =>
      checks.slice(i * share, (i + 1) * share),
    );
    return ((await Promise.all(parts.map((part) => ask({ checks: part })))) as (readonly boolean[])[]).flat();
  }

  return {
    audit: {
      runBundle: async (bundle) => (await ask({ bundle })) as BundleResult,
      runSignatures,
      ahead: count * BUNDLES_PER_THREAD,
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(): Thread {
  const worker = new Worker(new URL('worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  worker.on('message', ({ id, result }: Answer) => {
    waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  worker.on('error', (error) => {
    const reason = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  });
  return { worker, waiting };
}

function leastBusy(threads: readonly Thread[]): Thread {
  return threads.reduce((best, thread) => (thread.waiting.size < best.waiting.size ? thread : best));
}
