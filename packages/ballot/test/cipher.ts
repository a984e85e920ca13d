import type { Cipher } from '../src/index.ts';

const importKey = (key: Uint8Array) =>
  crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
const aes = (iv: Uint8Array) => ({ name: 'AES-GCM', iv: new Uint8Array(iv) });

/** What trustees seal their messages with, by the machine's own WebCrypto. */
export const cipher: Cipher = {
  seal: async (key, iv, plain) =>
    new Uint8Array(await crypto.subtle.encrypt(aes(iv), await importKey(key), new Uint8Array(plain))),
  open: async (key, iv, sealed) =>
    crypto.subtle
      .decrypt(aes(iv), await importKey(key), new Uint8Array(sealed))
      .then((plain) => new Uint8Array(plain))
      .catch(() => undefined),
};
