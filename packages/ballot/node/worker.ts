/** A thread that checks what is inside ballots. */
import { parentPort, workerData } from 'node:worker_threads';
import { openedChecker, readElection } from '../src/index.ts';
import { nodeMachine, nodeRandom } from './machine.ts';
import type { Answer, Given, Question } from './worker-pool.ts';

const { election, oneByOne } = workerData as Given;
const read = readElection(election, nodeMachine);
if (!read.ok) throw new Error('an election that cannot be read');
const { check, wereMembers } = openedChecker(read.election, oneByOne ? undefined : nodeRandom);

parentPort?.on('message', ({ id, ballot }: Question) => {
  const faults = ballot === null ? [] : check(ballot);
  const allMembers = ballot !== null || wereMembers === undefined || wereMembers();
  parentPort?.postMessage({ id, faults, allMembers } satisfies Answer);
});
