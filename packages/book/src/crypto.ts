/**
 * The cryptography that the book needs, handed in by the caller, so that the same code runs in Node and in a browser.
 * Both functions are synchronous and never throw on hostile input: a malformed key or signature is simply `false`.
 */
export interface Crypto {
  /** SHA-256 of `data`: 32 bytes. */
  sha256(data: Uint8Array): Uint8Array;
  /** Ed25519 (RFC 8032): a 32-byte public key and a 64-byte signature over `message`. */
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** An Ed25519 key that can sign. Where the private half lives is its owner's business. */
export interface Signer {
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
  /** A 64-byte Ed25519 signature over `message`. */
  sign(message: Uint8Array): Uint8Array;
}
