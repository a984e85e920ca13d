/** `Crypto` and keys on node:crypto (OpenSSL). */
import { createPrivateKey, createPublicKey, hash, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import type { Crypto, Signer } from '../src/index.ts';

export { openDirectory, writeBookFile, writeTiles } from './directory.ts';
export { readTar, TarProblem, tarEnd, tarFile } from './tar.ts';

// RFC 8410: what stands before the 32 bytes of a raw Ed25519 key in its DER form.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

// Importing a key costs about a third of a verification, and a book is signed by few keys.
const imported = new Map<string, KeyObject>();
const IMPORTED_LIMIT = 4_096;

function importPublicKey(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('latin1');
  const known = imported.get(name);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  if (imported.size >= IMPORTED_LIMIT) imported.clear();
  imported.set(name, key);
  return key;
}

/** Never throws: a key that OpenSSL cannot read verifies nothing. */
export const nodeCrypto: Crypto = {
  sha256: (data) => {
    // A one-byte string comes out of OpenSSL's binding almost twice as fast as a buffer does (Node 24, 65 to 314 bytes).
    const text = hash('sha256', data, 'binary');
    const bytes = new Uint8Array(32);
    for (let i = 0; i < 32; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  },
  verifyEd25519: (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    try {
      return verify(null, message, importPublicKey(publicKey), signature);
    } catch {
      return false;
    }
  },
};

/** The signer of a 32-byte Ed25519 seed (RFC 8032's private key). Throws RangeError for another length. */
export function signerFromSeed(seed: Uint8Array): Signer {
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed is 32 bytes');
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(SPKI_PREFIX.length)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

/** A fresh key: its seed (to be kept secret) and its signer. */
export function generateKey(): { seed: Uint8Array; signer: Signer } {
  const seed = new Uint8Array(randomBytes(32));
  return { seed, signer: signerFromSeed(seed) };
}
