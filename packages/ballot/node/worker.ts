/** A thread that checks what is inside ballots. */
import { parentPort, workerData } from 'node:worker_threads';
import { faultsIn, readElection } from '../src/index.ts';
import { nodeMachine } from './machine.ts';
import type { Answer, Question } from './worker-pool.ts';

const read = readElection(String(workerData), nodeMachine);
if (!read.ok) throw new Error('an election that cannot be read');

parentPort?.on('message', ({ id, ballot }: Question) => {
  parentPort?.postMessage({ id, faults: faultsIn(ballot, read) } satisfies Answer);
});
