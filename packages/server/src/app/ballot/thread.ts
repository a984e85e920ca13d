/** A thread that does jobs, one after the other. */
import { parentPort } from 'node:worker_threads';
import { jobs } from './jobs.ts';
import type { Answer, Question } from './threads.ts';

async function answer({ id, job, input }: Question): Promise<Answer> {
  try {
    return { id, value: await (jobs[job] as (given: unknown) => unknown)(input) };
  } catch (error) {
    // What a job throws is about files, never about who sent them; where it was thrown is enough to look for it.
    return { id, failed: error instanceof Error ? (error.stack ?? error.name) : 'unknown' };
  }
}

parentPort?.on('message', (question: Question) => {
  void answer(question).then((said) => parentPort?.postMessage(said));
});
