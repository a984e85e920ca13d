import { base64Decode, base64Encode, canonicalBytes, type Json } from '@cabildo/book';

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
  const seed = crypto.getRandomValues(new Uint8Array(32));
  return { person, publicKey: base64Encode((await small()).publicKeyOf(seed)), privateKey: seed };
}

/** Signatures where the browser makes none: a page without https has no WebCrypto, and older phones no Ed25519. */
const small = (): Promise<typeof import('./small-ed25519.ts')> => import('./small-ed25519.ts');

/** Null where the browser makes none: what makes them here is then loaded, at sign-in, when there is a network. */
async function generated(): Promise<CryptoKeyPair | null> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return null;
  return subtle.generateKey(ED25519, false, ['sign', 'verify']).catch(() => null);
}

/** Loads what signing takes while there is a network. */
export async function prepareToSign({ privateKey }: PhoneKey): Promise<void> {
  if (privateKey instanceof Uint8Array) await small();
}

/** Base64. */
export async function signWith({ publicKey, privateKey }: PhoneKey, what: Signed): Promise<string> {
  const { book, command, input, key, madeAt } = what;
  const bytes = new Uint8Array(canonicalBytes({ book, command, input: input as Json, key, madeAt }));
  if (!(privateKey instanceof Uint8Array))
    return base64Encode(new Uint8Array(await crypto.subtle.sign(ED25519, privateKey, bytes)));
  const known = base64Decode(publicKey, 32);
  if (known === undefined) throw new Error('a key of 32 bytes was kept');
  return base64Encode((await small()).sign(bytes, privateKey, known));
}
