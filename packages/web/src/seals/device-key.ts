import { base64Decode, base64Encode, utf8Encode } from '@cabildo/book';
import { type KeptKey, keepKey, keptKey } from './key-store.ts';

const ED25519 = 'Ed25519';

/** Why this browser can make no key: the page did not come over https, or the browser is too old. */
export type NoKeys = 'not-https' | 'no-ed25519';

/** Any public key will do to ask whether the browser knows the kind: this is RFC 8032's first test key. */
const ANY_KEY = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

export async function whyNoKeys(): Promise<NoKeys | null> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return 'not-https';
  try {
    await subtle.importKey('raw', bytesOf(ANY_KEY), ED25519, true, ['verify']);
    return null;
  } catch {
    return 'no-ed25519';
  }
}

/**
 * Makes a key of which nobody can read the private half, not even this page, and answers with it only once it has been
 * read back and has signed: a key that a private window forgets must not get into an election.
 */
export async function makeKey(body: string, holder: string): Promise<KeptKey> {
  const known = await keptKey(body, holder);
  if (known !== undefined) return known;
  const pair = await crypto.subtle.generateKey(ED25519, false, ['sign', 'verify']);
  const publicKey = base64Encode(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  // Asks the browser not to clear what this page keeps when space runs short.
  await navigator.storage?.persist?.().catch(() => false);
  const made = { body, holder, publicKey, privateKey: pair.privateKey, madeAt: new Date().toISOString() };
  // Another tab may have been quicker: then its key is the one.
  await keepKey(made).catch(() => undefined);
  const kept = await keptKey(body, holder);
  if (kept === undefined) throw new Error('the key was not kept');
  await signText(kept, 'cabildo/key-check/v1\n');
  return kept;
}

/** Base64. Throws where the key that is kept is not the one that it is kept under. */
export async function signText({ privateKey, publicKey }: KeptKey, text: string): Promise<string> {
  const bytes = new Uint8Array(utf8Encode(text));
  const signature = await crypto.subtle.sign(ED25519, privateKey, bytes);
  const verifier = await crypto.subtle.importKey('raw', bytesOf(publicKey), ED25519, true, ['verify']);
  if (!(await crypto.subtle.verify(ED25519, verifier, signature, bytes))) throw new Error('another key has signed');
  return base64Encode(new Uint8Array(signature));
}

const bytesOf = (key: string): Uint8Array<ArrayBuffer> => new Uint8Array(base64Decode(key, 32) ?? []);

/** Groups of four, to be read out and written down. */
export const groupsOf = (publicKey: string): readonly string[] => publicKey.match(/.{1,4}/g) ?? [];

/** As little of a key as tells two of them apart at a glance. */
export const start = (key: string): string => `${key.slice(0, 8)}…`;
