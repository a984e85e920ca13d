import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import { pooledRandom } from './random.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what the vault holds. `place` names table and row, so that no row can be put in another's place. */
export interface Cipher {
  seal(place: string, text: string | Uint8Array): Buffer;
  open(place: string, sealed: Uint8Array): Buffer;
}

/** A row whose bytes were changed or moved, or another vault key. */
export class VaultDamaged extends Error {
  override readonly name = 'VaultDamaged';
}

/** AES-256-GCM under a key derived from the vault's: nonce (12) ‖ ciphertext ‖ tag (16). */
export function cipherFrom(vaultKey: Uint8Array): Cipher {
  if (vaultKey.length !== 32) throw new RangeError('a vault key is 32 bytes');
  // As an object: a key given as bytes is imported anew at each use, which costs more than the cipher does.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', vaultKey, Buffer.alloc(0), 'cabildo/vault/v1', 32)));
  return {
    seal(place, text) {
      const nonce = pooledRandom(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(place));
      const body = typeof text === 'string' ? cipher.update(text, 'utf8') : cipher.update(text);
      return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]);
    },
    open(place, sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new VaultDamaged(`${place.split('\n')[0]}: too short`);
      const end = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(end));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
      } catch (error) {
        throw new VaultDamaged(`a row of ${place.split('\n')[0]} cannot be opened with this vault key`, {
          cause: error,
        });
      }
    },
  };
}

/** The place of a row, for `Cipher`: the table and what identifies the row in it. */
export const placeOf = (table: string, ...row: readonly (string | number)[]): string => [table, ...row].join('\n');
