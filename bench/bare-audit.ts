// The least that any audit must do: hash every entry, verify every signature. Its share of a book can run in a thread.
import { hash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { SealCheck } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';

export interface BareWork {
  /** Entries, each after the zero byte of RFC 6962. */
  readonly entries: readonly Uint8Array[];
  readonly checks: readonly SealCheck[];
}

export function bareAudit({ entries, checks }: BareWork): boolean {
  for (const entry of entries) hash('sha256', entry, 'binary');
  return checks.every(({ publicKey, message, signature }) => nodeCrypto.verifyEd25519(publicKey, message, signature));
}

// As a thread: the work lies ready, and each message asks for one pass over it.
parentPort?.on('message', () => parentPort?.postMessage(bareAudit(workerData as BareWork)));
