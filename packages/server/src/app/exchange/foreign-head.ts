import { type Checkpoint, openCheckpoint, parseVkey, utf8Decode, type VerifierKey } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type Refused, refused } from './pull-outcome.ts';
import type { Source } from './source.ts';

/** A head as its writer signed it. */
export interface SignedHead {
  readonly checkpoint: Checkpoint;
  readonly note: string;
  readonly key: VerifierKey;
}

const MAX_NOTE_BYTES = 64_000;

const reasons = {
  'malformed-note': ['checkpoint-malformed', 'the checkpoint is no signed note'],
  'malformed-checkpoint': ['checkpoint-malformed', 'the signed note is no checkpoint'],
  'no-known-signature': ['checkpoint-signature', 'the checkpoint has no signature by the key that is known here'],
  'bad-signature': ['checkpoint-signature', 'the signature of the checkpoint is wrong'],
  'other-origin': ['checkpoint-origin', 'the checkpoint is of another book'],
} as const;

/** The head that a source shows, if the book's key has signed it. */
export async function readHead(source: Source, origin: string, vkey: string): Promise<SignedHead | Refused> {
  const key = parseVkey(vkey, nodeCrypto);
  if (!key.ok) return refused(origin, 'bad-key', `the key that is known here cannot be used: ${key.reason}`);
  const read = await source.read('checkpoint', MAX_NOTE_BYTES);
  if (!read.ok) return refused(origin, read.fault, read.detail);
  const opened = openCheckpoint(read.bytes, key.key, nodeCrypto, { origin });
  if (!opened.ok) {
    const [reason, detail] = reasons[opened.reason];
    return refused(origin, reason, detail);
  }
  return { checkpoint: opened.checkpoint, note: utf8Decode(read.bytes) as string, key: key.key };
}
