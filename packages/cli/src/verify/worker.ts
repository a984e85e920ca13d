/** A thread that hashes bundles and verifies seal signatures for the audit in the main thread. */
import { parentPort } from 'node:worker_threads';
import { verifyBundle, verifySealSignatures } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { Answer, Question } from './worker-pool.ts';

parentPort?.on('message', ({ id, bundle, checks }: Question) => {
  const result = bundle === undefined ? verifySealSignatures(checks, nodeCrypto) : verifyBundle(bundle, nodeCrypto);
  parentPort?.postMessage({ id, result } satisfies Answer);
});
