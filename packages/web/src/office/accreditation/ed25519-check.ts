// Whether an Ed25519 signature holds (RFC 8032, section 5.1.7), for a desk that verifies credentials without a network: the
// browser's own check cannot be waited for where the book package verifies, and is missing without https. Nothing here is secret.
// Held against the RFC's vectors and against OpenSSL.
import type { Crypto } from '@cabildo/book';
import { sha256, sha512 } from '../../sha2.ts';

/** In extended coordinates: x = X/Z, y = Y/Z, x·y = T/Z. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint];

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const modulo = (a: bigint): bigint => ((a % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, modulo(base)];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

/** By Fermat: P is a prime. */
const inverse = (a: bigint): bigint => power(a, P - 2n);

const D = modulo(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
const NOUGHT: Point = [0n, 1n, 1n, 0n];
const BASE = pointAt((4n * inverse(5n)) % P, 0n) as Point;

/** Section 5.1.4; holds for a point and itself too. */
function sum([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = ((y1 - x1) * (y2 - x2)) % P;
  const b = ((y1 + x1) * (y2 + x2)) % P;
  const c = (((t1 * 2n * D) % P) * t2) % P;
  const d = (2n * z1 * z2) % P;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [(e * f) % P, (g * h) % P, (f * g) % P, (e * h) % P];
}

function times(scalar: bigint, point: Point): Point {
  let [result, doubled] = [NOUGHT, point];
  for (let left = scalar; left > 0n; left >>= 1n) {
    if (left & 1n) result = sum(result, doubled);
    doubled = sum(doubled, doubled);
  }
  return result;
}

/** Section 5.1.3: the point with that y, and an x of that parity; undefined if there is none. */
function pointAt(y: bigint, parity: bigint): Point | undefined {
  if (y >= P) return undefined;
  const [u, v] = [modulo(y * y - 1n), modulo(D * y * y + 1n)];
  const candidate = modulo(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  const check = modulo(v * candidate * candidate);
  if (check !== u && check !== modulo(-u)) return undefined;
  const root = check === u ? candidate : modulo(candidate * ROOT_OF_MINUS_ONE);
  if (root === 0n && parity === 1n) return undefined;
  const x = (root & 1n) === parity ? root : modulo(-root);
  return [x, y, 1n, modulo(x * y)];
}

const read = (bytes: Uint8Array): bigint => bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

function readPoint(bytes: Uint8Array): Point | undefined {
  const value = read(bytes);
  return pointAt(value & (2n ** 255n - 1n), value >> 255n);
}

/** Are they one point? */
const isSame = ([x1, y1, z1]: Point, [x2, y2, z2]: Point): boolean =>
  modulo(x1 * z2 - x2 * z1) === 0n && modulo(y1 * z2 - y2 * z1) === 0n;

export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const nonce = signature.subarray(0, 32);
  const [key, point] = [readPoint(publicKey), readPoint(nonce)];
  const scalar = read(signature.subarray(32));
  if (key === undefined || point === undefined || scalar >= ORDER) return false;
  const challenge = read(sha512(Uint8Array.from([...nonce, ...publicKey, ...message]))) % ORDER;
  return isSame(times(scalar, BASE), sum(point, times(challenge, key)));
}

/** Each takes some milliseconds; a file with more of them than any honest chain has is not worth a standing page. */
const MOST_SIGNATURES = 200;

/** For `@cabildo/book`, which is synchronous: for one credential. */
export function deskCrypto(): Crypto {
  let left = MOST_SIGNATURES;
  return { sha256, verifyEd25519: (...parts) => left-- > 0 && verifyEd25519(...parts) };
}
