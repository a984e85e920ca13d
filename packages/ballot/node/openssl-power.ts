/** Powers modulo a number of 2048 bits by OpenSSL, which is several times as fast at them as the language's own integers. */
import { constants, createPublicKey, type KeyObject, publicEncrypt } from 'node:crypto';
import { powerModulo } from '../src/arithmetic.ts';

/** OpenSSL takes nothing shorter for a modulus, and its own integers are quick enough for a short exponent. */
const SHORTEST_MODULUS = 512;
const SHORTEST_EXPONENT = 24;

interface Modulus {
  readonly bytes: number;
  /** For a JWK. */
  readonly text: string;
  /** Making a key takes a good part of the time, and both halves of a ciphertext are raised to the same exponent. */
  last: { readonly exponent: bigint; readonly key: KeyObject } | undefined;
}

const moduli = new Map<bigint, Modulus>();

/** Raw RSA is nothing but a power: the modulus is p, the public exponent the exponent. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent >> BigInt(SHORTEST_EXPONENT) === 0n) return powerModulo(base, exponent, modulus);
  const known = moduli.get(modulus) ?? remember(modulus);
  if (known.bytes * 8 < SHORTEST_MODULUS) return powerModulo(base, exponent, modulus);
  // A public exponent has to be odd.
  if ((exponent & 1n) === 0n) return (power(base, exponent - 1n, modulus) * base) % modulus;
  const block = Buffer.from(base.toString(16).padStart(known.bytes * 2, '0'), 'hex');
  const raised = publicEncrypt({ key: keyFor(known, exponent), padding: constants.RSA_NO_PADDING }, block);
  return BigInt(`0x${raised.toString('hex')}`);
}

function remember(modulus: bigint): Modulus {
  const known = { bytes: Math.ceil(modulus.toString(16).length / 2), text: base64url(modulus), last: undefined };
  moduli.set(modulus, known);
  return known;
}

function keyFor(modulus: Modulus, exponent: bigint): KeyObject {
  if (modulus.last?.exponent === exponent) return modulus.last.key;
  const key = createPublicKey({ key: { kty: 'RSA', n: modulus.text, e: base64url(exponent) }, format: 'jwk' });
  modulus.last = { exponent, key };
  return key;
}

function base64url(number: bigint): string {
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
