/** An officer's device key in a file: a PEM of an Ed25519 private key, as `cabildo key new` or OpenSSL makes it. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { base64Encode, type Signer } from '@cabildo/book';
import { signerFromSeed } from '@cabildo/book/node';
import { Stop } from './stop.ts';

export async function readDeviceKey(file: string): Promise<Signer> {
  let pem: string;
  try {
    pem = await readFile(file, 'utf8');
  } catch (error) {
    throw new Stop('no-key', { es: `No se puede leer ${file}.`, en: `${file} cannot be read.` }, undefined, error);
  }
  try {
    return signerOf(createPrivateKey(pem));
  } catch (error) {
    const text = { es: `${file} no es una llave Ed25519.`, en: `${file} is not an Ed25519 key.` };
    const hint = { es: 'Se hace con: cabildo key new --out ARCHIVO', en: 'Make one with: cabildo key new --out FILE' };
    throw new Stop('bad-key', text, hint, error);
  }
}

export const publicKeyOf = (key: KeyObject): string => base64Encode(signerOf(key).publicKey);

function signerOf(key: KeyObject): Signer {
  const { crv, d } = key.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || d === undefined) throw new Error('not an Ed25519 key');
  return signerFromSeed(Buffer.from(d, 'base64url'));
}
