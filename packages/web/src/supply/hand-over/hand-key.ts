import { base64Decode, base64Encode, utf8Encode } from '@cabildo/book';
import { makePhoneKey } from '../../shell/phone-key.ts';
import { allKept, change, type HandKey } from './kept.ts';

/** Made here and read back before anybody enrols it: a key that a private window forgets would sign nothing. */
export async function makeHandKey(body: string): Promise<HandKey> {
  const { publicKey, privateKey } = await makePhoneKey('');
  const made: HandKey = { publicKey, privateKey, body };
  await navigator.storage?.persist?.().catch(() => false);
  await change(({ put }) => put('hands', made));
  const kept = (await allKept('hands')).find((one) => one.publicKey === publicKey);
  if (kept === undefined) throw new Error('the key was not kept');
  await signText(kept, 'cabildo/key-check/v1\n');
  return kept;
}

/** Base64, over the text in UTF-8. */
export async function signText({ publicKey, privateKey }: HandKey, text: string): Promise<string> {
  const bytes = new Uint8Array(utf8Encode(text));
  if (!(privateKey instanceof Uint8Array))
    return base64Encode(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes)));
  const known = base64Decode(publicKey, 32);
  if (known === undefined) throw new Error('a key of 32 bytes was kept');
  const { sign } = await small();
  return base64Encode(sign(bytes, privateKey, known));
}

const small = (): Promise<typeof import('../../shell/small-ed25519.ts')> => import('../../shell/small-ed25519.ts');

/** Loads what signing takes while there is a network: a page that came without https has no worker that keeps it. */
export async function prepareToSign(keys: readonly HandKey[]): Promise<void> {
  if (keys.some(({ privateKey }) => privateKey instanceof Uint8Array)) await small().catch(() => undefined);
}
