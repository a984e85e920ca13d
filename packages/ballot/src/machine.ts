/** What the machine gives, handed in by the caller so that the same code runs in Node and in a browser. */
export interface Machine {
  /** SHA-256: 32 bytes. */
  sha256(data: Uint8Array): Uint8Array;
  /** `base ** exponent % modulus` for 0 ≤ base < modulus, 0 ≤ exponent, and an odd modulus. */
  power(base: bigint, exponent: bigint, modulus: bigint): bigint;
}

/** That many fresh bytes that nobody can foresee. */
export type Random = (length: number) => Uint8Array;

/** PBKDF2 with HMAC-SHA256, 32 bytes. A browser only has it as a promise. */
export type DeriveKey = (password: string, salt: string, rounds: number) => Uint8Array | Promise<Uint8Array>;

/** AES-256 in GCM, as WebCrypto has it; undefined where the bytes were not sealed with that key. */
export interface Cipher {
  seal(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Promise<Uint8Array>;
  open(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | undefined>;
}
