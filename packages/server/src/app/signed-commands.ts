import { base64Decode, canonicalize, utf8Encode } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { commandEntry } from '@cabildo/core';

/** A command as a phone has signed it (decision 0009, The door; vectors/phone). */
export interface SignedCommand {
  /** The whole name of the body's book. */
  readonly book: string;
  readonly command: string;
  readonly input: unknown;
  /** The idempotency key. */
  readonly key: string;
  /** What the header `Cabildo-Signed` says; undefined where there is none. */
  readonly signed: Signed | undefined;
}

export interface Signed {
  readonly madeAt: string;
  readonly signature: string;
}

/** UTC, with or without milliseconds: the moment by the phone's own clock, which is not believed but kept unchanged. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** `<madeAt> <signature>`; null for anything else. */
export function parseSigned(header: string): Signed | null {
  const [madeAt = '', signature = '', ...more] = header.split(' ');
  return more.length === 0 && moment.test(madeAt) && signature !== '' ? { madeAt, signature } : null;
}

export type SignatureCheck = 'fine' | 'missing' | 'not-valid';

/**
 * Of a session whose phone gave no key nothing can be checked. Of one that did: what is counted must be signed, and what says
 * that it is signed must be so, word for word.
 */
export function checkSigned(phoneKey: string | null, { signed, ...command }: SignedCommand): SignatureCheck {
  if (phoneKey === null) return 'fine';
  if (signed === undefined) return commandEntry(command.command)?.signed === true ? 'missing' : 'fine';
  const publicKey = base64Decode(phoneKey, 32);
  const signature = base64Decode(signed.signature, 64);
  const text = canonicalize({ ...command, madeAt: signed.madeAt });
  const valid =
    publicKey !== undefined &&
    signature !== undefined &&
    nodeCrypto.verifyEd25519(publicKey, utf8Encode(text), signature);
  return valid ? 'fine' : 'not-valid';
}
