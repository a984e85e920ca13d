/** What `@cabildo/ballot` asks of a machine, by a browser: also by one that has no WebCrypto because its page came without https. */
import { type Cipher, type DeriveKey, type Machine, powerModulo, type Random } from '@cabildo/ballot';
import { sha256 } from '../sha2.ts';

export const browserMachine: Machine = { sha256, power: powerModulo };

/** No more at a time, by the standard. */
const MOST_AT_ONCE = 65_536;

export const browserRandom: Random = (length) => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += MOST_AT_ONCE) crypto.getRandomValues(bytes.subarray(at, at + MOST_AT_ONCE));
  return bytes;
};

const BLOCK = 64;
const INNER = 0x36;
const OUTER = 0x5c;

/** HMAC-SHA256 (RFC 2104). */
function hmac(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const padded = new Uint8Array(BLOCK);
  padded.set(key.length > BLOCK ? sha256(key) : key);
  const hashed = (mask: number, message: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(BLOCK + message.length);
    bytes.set(padded.map((byte) => byte ^ mask));
    bytes.set(message, BLOCK);
    return sha256(bytes);
  };
  return (message) => hashed(OUTER, hashed(INNER, message));
}

/** PBKDF2 with HMAC-SHA256, one block (RFC 8018). */
export const browserDerive: DeriveKey = (password, salt, rounds) => {
  const encoder = new TextEncoder();
  const mac = hmac(encoder.encode(password));
  const salted = encoder.encode(salt);
  const first = new Uint8Array(salted.length + 4);
  first.set(salted);
  first[first.length - 1] = 1;
  let block = mac(first);
  const result = block.slice();
  for (let round = 1; round < rounds; round++) {
    block = mac(block);
    for (let i = 0; i < result.length; i++) result[i] = (result[i] as number) ^ (block[i] as number);
  }
  return result;
};
const TAG_BITS = 128;

const keyFor = (key: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

const aes = (iv: Uint8Array): AesGcmParams => ({ name: 'AES-GCM', iv: new Uint8Array(iv), tagLength: TAG_BITS });

/** Only where the page came over https or from a file: trustees of whom some suffice need it. */
export const browserCipher: Cipher = {
  seal: async (key, iv, plain) =>
    new Uint8Array(await crypto.subtle.encrypt(aes(iv), await keyFor(key), new Uint8Array(plain))),
  open: async (key, iv, sealed) => {
    const own = await keyFor(key);
    return crypto.subtle.decrypt(aes(iv), own, new Uint8Array(sealed)).then(
      (plain) => new Uint8Array(plain),
      () => undefined,
    );
  },
};
