/** What `packages/ballot` asks of a machine, by Node: hashes and powers from OpenSSL, files, threads. */
import { hash, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { DeriveKey, Machine, Random } from '../src/index.ts';
import { power } from './openssl-power.ts';

export { openArchiveFile } from './archive-file.ts';
export { startBallotWorkers } from './worker-pool.ts';

export const nodeMachine: Machine = { sha256: (data) => new Uint8Array(hash('sha256', data, 'buffer')), power };

export const nodeRandom: Random = (length) => new Uint8Array(randomBytes(length));

const derive = promisify(pbkdf2);

export const nodeDerive: DeriveKey = (password, salt, rounds) => derive(password, salt, rounds, 32, 'sha256');
