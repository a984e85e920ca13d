import { hash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { jobs } from './jobs.ts';

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
type Input<J extends JobName> = Parameters<Jobs[J]>[0];
type Value<J extends JobName> = Awaited<ReturnType<Jobs[J]>>;

export interface Question {
  readonly id: number;
  readonly job: JobName;
  readonly input: unknown;
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: string };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** More ballots wait than can be looked at soon: whoever sends one comes again. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** At some ten milliseconds a ballot nobody waits for more than some seconds. */
const MOST_WAITING = 400;

/** Of so many pairs of halves. */
const JOINED_KEPT = 8;

/** A thread that begins with its first job; if it dies, the next job begins another. */
class Thread {
  #worker: Worker | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();
  /** Elections whose ballots this thread can check. */
  readonly held = new Set<string>();

  ask<J extends JobName>(job: J, input: Input<J>): Promise<Value<J>> {
    this.#asked += 1;
    const id = this.#asked;
    const worker = this.#worker ?? this.#start();
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, job, input } satisfies Question);
    }) as Promise<Value<J>>;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('thread.ts', import.meta.url));
    this.#worker = worker;
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#worker = null;
      this.held.clear();
      for (const { reject } of this.#waiting.values()) reject(new Error('the thread has ended'));
      this.#waiting.clear();
    });
    return worker;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    // A thread without work keeps no process from ending.
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('failed' in answer) waiting?.reject(new Error(`a job failed: ${answer.failed}`));
    else waiting?.resolve(answer.value);
  }
}

/** Ballots are looked at in one thread, and everything else in another: a long sum keeps no voter waiting. */
export interface Threads {
  ask<J extends JobName>(job: J, input: Input<J>): Promise<Value<J>>;
  /** One ballot; `files` is asked only where the thread does not know the election yet. */
  checkBallot(uuid: string, files: Input<'hold'>, ballot: string): Promise<Value<'checkBallot'>>;
  letGo(uuid: string): void;
  /** The files are looked at once: whoever asks what comes next asks it again and again. */
  joinHalves(input: Input<'joinHalves'>): Promise<Value<'joinHalves'>>;
  stop(): Promise<void>;
}

export function createThreads(): Threads {
  const [ballots, others] = [new Thread(), new Thread()];
  const joined = new Map<string, Promise<Value<'joinHalves'>>>();
  return {
    ask: (job, input) => others.ask(job, input),
    checkBallot(uuid, files, ballot) {
      if (ballots.waiting >= MOST_WAITING) return Promise.reject(new Busy('too many ballots wait'));
      if (!ballots.held.has(uuid)) {
        ballots.ask('hold', files).catch(() => ballots.held.delete(uuid));
        ballots.held.add(uuid);
      }
      return ballots.ask('checkBallot', { uuid, ballot });
    },
    letGo(uuid) {
      if (ballots.held.delete(uuid)) ballots.ask('letGo', uuid).catch(() => undefined);
    },
    joinHalves(input) {
      const { election, one, other, excluded } = input;
      const name = hash('sha256', JSON.stringify([election, one, other, excluded]), 'base64');
      const known = joined.get(name);
      if (known !== undefined) return known;
      const made = others.ask('joinHalves', input);
      joined.set(name, made);
      made.catch(() => joined.delete(name));
      for (const oldest of [...joined.keys()].slice(0, -JOINED_KEPT)) joined.delete(oldest);
      return made;
    },
    stop: async () => {
      await Promise.all([ballots.stop(), others.stop()]);
    },
  };
}
