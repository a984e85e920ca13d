/** Verifier keys (*vkeys*), https://c2sp.org/signed-note. */
import type { Crypto } from './crypto.ts';
import { base64Decode, base64Encode, concatBytes, equalBytes, hexEncode, utf8Encode } from './encoding.ts';

/** Signature type identifier bytes that are understood here. */
export const ED25519 = 0x01;
export const COSIGNATURE_V1 = 0x04;

/** Non-empty, without Unicode spaces, plus signs and control characters. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}+\p{Cc}]+$/u.test(name);
}

/** Whose signature to look for. Its text form is a *vkey*. */
export interface VerifierKey {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  /** Signature type identifier byte. */
  readonly type: number;
  /** 32 bytes for the types understood here. */
  readonly publicKey: Uint8Array;
}

/** SHA-256(name || 0x0A || type || public key)[:4] as hexadecimal. */
function keyIdOf(name: string, type: number, publicKey: Uint8Array, crypto: Crypto): string {
  return hexEncode(crypto.sha256(concatBytes(utf8Encode(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, 4));
}

/** Throws RangeError for a name that no note can carry or a key that is not 32 bytes. */
export function verifierKey(name: string, type: number, publicKey: Uint8Array, crypto: Crypto): VerifierKey {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${JSON.stringify(name)}`);
  if (publicKey.length !== 32) throw new RangeError('not a 32-byte public key');
  return { name, keyId: keyIdOf(name, type, publicKey, crypto), type, publicKey };
}

/** `<name>+<key ID>+<base64(type || public key)>` */
export function formatVkey(key: VerifierKey): string {
  return `${key.name}+${key.keyId}+${base64Encode(concatBytes(Uint8Array.of(key.type), key.publicKey))}`;
}

export type ParsedVkey =
  | { ok: true; key: VerifierKey }
  | { ok: false; reason: 'malformed-key' | 'unknown-key-type' | 'key-id-mismatch' };

/** Reads a vkey of a type understood here; the key ID must be the recommended hash. */
export function parseVkey(text: string, crypto: Crypto): ParsedVkey {
  const parts = text.split('+');
  const [name, keyId] = parts;
  // The base64 part may itself contain plus signs.
  const material = base64Decode(parts.slice(2).join('+'));
  if (name === undefined || keyId === undefined || material === undefined || material.length < 1) {
    return { ok: false, reason: 'malformed-key' };
  }
  const type = material[0] as number;
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(keyId)) return { ok: false, reason: 'malformed-key' };
  if (type !== ED25519 && type !== COSIGNATURE_V1) return { ok: false, reason: 'unknown-key-type' };
  const publicKey = material.slice(1);
  if (publicKey.length !== 32) return { ok: false, reason: 'malformed-key' };
  if (keyIdOf(name, type, publicKey, crypto) !== keyId) return { ok: false, reason: 'key-id-mismatch' };
  return { ok: true, key: { name, keyId, type, publicKey } };
}

/** Whether two verifier keys are the same key under the same name and type. */
export function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.name === b.name && a.type === b.type && equalBytes(a.publicKey, b.publicKey);
}
