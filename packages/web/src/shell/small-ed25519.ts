// Ed25519 (RFC 8032, section 5.1), as much as a phone needs that signs a few times in an evening: keys and signatures, no
// verifying and no tables made beforehand. Held against the RFC's vectors and against OpenSSL.
import { sha512 } from '../sha2.ts';

/** In extended coordinates: x = X/Z, y = Y/Z, x·y = T/Z. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint];

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const modulo = (a: bigint, m: bigint): bigint => ((a % m) + m) % m;

/** By Fermat: P is a prime. */
function inverse(a: bigint): bigint {
  let [result, base] = [1n, a];
  for (let left = P - 2n; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * base) % P;
    base = (base * base) % P;
  }
  return result;
}

const TWO_D = modulo(-2n * 121665n * inverse(121666n), P);
const BASE_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202n;
const BASE_Y = (4n * inverse(5n)) % P;
const BASE: Point = [BASE_X, BASE_Y, 1n, (BASE_X * BASE_Y) % P];

/** Section 5.1.4; holds for a point and itself too. */
function sum([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = ((y1 - x1) * (y2 - x2)) % P;
  const b = ((y1 + x1) * (y2 + x2)) % P;
  const c = (((t1 * TWO_D) % P) * t2) % P;
  const d = (2n * z1 * z2) % P;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [(e * f) % P, (g * h) % P, (f * g) % P, (e * h) % P];
}

/** So many times the base, written out. The same sums are made for every number of 256 bits: how long it takes says nothing of them. */
function times(scalar: bigint): Uint8Array {
  let points: readonly [Point, Point] = [[0n, 1n, 1n, 0n], BASE];
  for (let bit = 255n; bit >= 0n; bit--) {
    const set = Number((scalar >> bit) & 1n) as 0 | 1;
    const both = sum(...points);
    const twice = sum(points[set], points[set]);
    points = set === 1 ? [both, twice] : [twice, both];
  }
  const [x, y, z] = points[0];
  const inZ = inverse(modulo(z, P));
  return written(modulo(y * inZ, P) | ((modulo(x * inZ, P) & 1n) << 255n));
}

/** 32 bytes, the least first. */
const written = (value: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
const read = (bytes: Uint8Array): bigint => bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

const hashed = (...parts: readonly Uint8Array[]): Uint8Array =>
  sha512(Uint8Array.from(parts.flatMap((part) => [...part])));

/** The number that a seed stands for, and what makes its signatures differ. */
function secretOf(seed: Uint8Array): { readonly scalar: bigint; readonly prefix: Uint8Array } {
  const both = hashed(seed);
  const scalar = (BigInt.asUintN(254, read(both.subarray(0, 32))) & ~7n) | (1n << 254n);
  return { scalar, prefix: both.subarray(32) };
}

export const publicKeyOf = (seed: Uint8Array): Uint8Array => times(secretOf(seed).scalar);

/** `publicKey` is that of the seed; it was made once and is not worked out again. */
export function sign(message: Uint8Array, seed: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const { scalar, prefix } = secretOf(seed);
  const nonce = read(hashed(prefix, message)) % ORDER;
  const point = times(nonce);
  const challenge = read(hashed(point, publicKey, message));
  return Uint8Array.from([...point, ...written((nonce + challenge * scalar) % ORDER)]);
}
