import { base64Encode, canonicalBytes, type Json } from '@cabildo/book';

/** The key with which one person's phone signs what it sends (docs/decisions/0009); none of it leaves the phone. */
export interface PhoneKey {
  readonly person: string;
  /** 32 bytes in base64: given to the node at sign-in. */
  readonly publicKey: string;
  /** Held by the browser and unreadable; 32 bytes where the page did not come over https or the browser is too old. */
  readonly privateKey: CryptoKey | Uint8Array;
}

/** What a signature is over. */
export interface Signed {
  readonly book: string;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The idempotency key. */
  readonly key: string;
  readonly madeAt: string;
}

const ED25519 = 'Ed25519';

export async function makePhoneKey(person: string): Promise<PhoneKey> {
  const pair = await generated();
  if (pair !== null) {
    const publicKey = base64Encode(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
    return { person, publicKey, privateKey: pair.privateKey };
  }
  const { keygen } = await import('./small-ed25519.ts');
  const { publicKey, secretKey } = keygen();
  return { person, publicKey: base64Encode(publicKey), privateKey: secretKey };
}

/** Null where the browser makes none: its library is then loaded, at sign-in, when there is a network. */
async function generated(): Promise<CryptoKeyPair | null> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return null;
  return subtle.generateKey(ED25519, false, ['sign', 'verify']).catch(() => null);
}

/** Loads what signing takes while there is a network. */
export async function prepareToSign({ privateKey }: PhoneKey): Promise<void> {
  if (privateKey instanceof Uint8Array) await import('./small-ed25519.ts');
}

/** Base64. */
export async function signWith({ privateKey }: PhoneKey, what: Signed): Promise<string> {
  const { book, command, input, key, madeAt } = what;
  const bytes = new Uint8Array(canonicalBytes({ book, command, input: input as Json, key, madeAt }));
  if (!(privateKey instanceof Uint8Array))
    return base64Encode(new Uint8Array(await crypto.subtle.sign(ED25519, privateKey, bytes)));
  const { sign } = await import('./small-ed25519.ts');
  return base64Encode(sign(bytes, privateKey));
}
