// SHA-2 (FIPS 180-4) where it must not wait or the browser has none: a page without https has no WebCrypto. Nothing here is
// secret but the phone's own key, which lies beside it in the same memory; the time that it takes depends on lengths alone.

const PRIMES: readonly number[] = firstPrimes(80);

/** The first 64 bits of what stands behind the point of a root: what the standard calls nothing up its sleeve. */
const roots = (root: 2 | 3): readonly bigint[] =>
  PRIMES.map((prime) => BigInt.asUintN(64, rootOf(BigInt(prime) << BigInt(64 * root), BigInt(root))));

const ROUNDS = roots(3);
const START = roots(2).slice(0, 8);

const high = (words: readonly bigint[]): Int32Array => Int32Array.from(words, (word) => Number(word >> 32n));
const ROUNDS_32 = high(ROUNDS);
const START_32 = high(START);

export function sha256(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = padded(message, 64);
  const view = new DataView(bytes.buffer);
  const state = START_32.slice();
  const words = new Int32Array(64);
  for (let at = 0; at < bytes.length; at += 64) {
    for (let i = 0; i < 64; i++) words[i] = i < 16 ? view.getInt32(at + 4 * i) : next32(words, i);
    mix32(state, words);
  }
  state.forEach((word, i) => {
    view.setInt32(4 * i, word);
  });
  return bytes.slice(0, 32);
}

export function sha512(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = padded(message, 128);
  const view = new DataView(bytes.buffer);
  const state = BigUint64Array.from(START);
  const words = new BigUint64Array(80);
  for (let at = 0; at < bytes.length; at += 128) {
    for (let i = 0; i < 80; i++) words[i] = i < 16 ? view.getBigUint64(at + 8 * i) : next64(words, i);
    mix64(state, words);
  }
  state.forEach((word, i) => {
    view.setBigUint64(8 * i, word);
  });
  return bytes.slice(0, 64);
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The whole part of a root, by Newton from above. */
function rootOf(value: bigint, degree: bigint): bigint {
  let guess = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  for (;;) {
    const better = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (better >= guess) return guess;
    guess = better;
  }
}

/** The message, a one, zeros, and its length in bits at the end of a block. */
function padded(message: Uint8Array, block: 64 | 128): Uint8Array<ArrayBuffer> {
  const { length } = message;
  const bytes = new Uint8Array(Math.ceil((length + 1 + block / 8) / block) * block);
  bytes.set(message);
  bytes[length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(length) * 8n);
  return bytes;
}

type Words = Int32Array;
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function next32(words: Words, i: number): number {
  const [early, late] = [words[i - 15] as number, words[i - 2] as number];
  const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
  const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
  return ((words[i - 16] as number) + s0 + (words[i - 7] as number) + s1) | 0;
}

function mix32(state: Words, words: Words): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight<number>;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS_32[i] as number) + (words[i] as number)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] as number) + word;
  });
}

type Eight<T> = [T, T, T, T, T, T, T, T];
const turnLong = (word: bigint, by: bigint): bigint => (word >> by) | BigInt.asUintN(64, word << (64n - by));

function next64(words: BigUint64Array, i: number): bigint {
  const [early, late] = [words[i - 15] as bigint, words[i - 2] as bigint];
  const s0 = turnLong(early, 1n) ^ turnLong(early, 8n) ^ (early >> 7n);
  const s1 = turnLong(late, 19n) ^ turnLong(late, 61n) ^ (late >> 6n);
  return (words[i - 16] as bigint) + s0 + (words[i - 7] as bigint) + s1;
}

function mix64(state: BigUint64Array, words: BigUint64Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight<bigint>;
  for (let i = 0; i < 80; i++) {
    const s1 = turnLong(e, 14n) ^ turnLong(e, 18n) ^ turnLong(e, 41n);
    const one = h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[i] as bigint) + (words[i] as bigint);
    const s0 = turnLong(a, 28n) ^ turnLong(a, 34n) ^ turnLong(a, 39n);
    const two = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, BigInt.asUintN(64, d + one), c, b, a, BigInt.asUintN(64, one + two)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] as bigint) + word;
  });
}
