import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Trustees by their seat, tellers by their number, both from 1. */
export type CodeHolder = `trustee-${number}` | `teller-${number}`;

/**
 * What trustees and tellers show in place of a session, good for one place in one election. Made of the node’s key each time it
 * is asked for: nothing is kept that could be copied from a database without the vault’s key.
 */
export interface Codes {
  codeOf(election: string, holder: CodeHolder): string;
  isOf(election: string, holder: CodeHolder, code: string): boolean;
  /** For rows that say nothing about what is in them. */
  idOf(election: string, hash: Uint8Array): Buffer;
}

const CODE_BYTES = 16;

export function createCodes(key: KeyObject): Codes {
  const mac = (...parts: readonly string[]): Buffer => createHmac('sha256', key).update(parts.join('\n')).digest();
  const codeOf = (election: string, holder: CodeHolder): string =>
    mac('code', election, holder).subarray(0, CODE_BYTES).toString('base64url');
  return {
    codeOf,
    isOf(election, holder, code) {
      const [given, right] = [Buffer.from(code), Buffer.from(codeOf(election, holder))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
    idOf: (election, hash) => mac('waiting', election, Buffer.from(hash).toString('base64')),
  };
}
