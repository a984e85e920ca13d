import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, sign as openssl } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { base64Decode } from '@cabildo/book';
import fc from 'fast-check';
import { signWith } from '../src/shell/phone-key.ts';
import { publicKeyOf, sign } from '../src/shell/small-ed25519.ts';

interface Vectors {
  readonly seed: string;
  readonly publicKey: string;
  readonly good: readonly {
    readonly book: string;
    readonly command: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly key: string;
    readonly madeAt: string;
    readonly signature: string;
  }[];
}

const path = new URL('../../../vectors/phone/signed-commands.json', import.meta.url);
const { seed, publicKey, good } = JSON.parse(readFileSync(path, 'utf8')) as Vectors;
const bytes = base64Decode(seed, 32) ?? new Uint8Array();

/** RFC 8410: a seed in the form in which WebCrypto takes it. */
const pkcs8Start = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];
const pkcs8 = new Uint8Array([...pkcs8Start, ...bytes]);

test('what a phone sends is signed with the bytes of the vectors, by the browser and by the small signatures alike', async () => {
  const byBrowser = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  assert.ok(good.length > 0);
  for (const { signature, ...what } of good)
    for (const privateKey of [byBrowser, bytes])
      assert.equal(await signWith({ person: 'p', publicKey, privateKey }, what), signature, what.command);
});

test('the small signatures are those of RFC 8032', () => {
  // Section 7.1: TEST 1 to TEST 3.
  for (const [secret, key, message, signature] of [
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ] as const) {
    const seed = Buffer.from(secret, 'hex');
    assert.equal(hex(publicKeyOf(seed)), key);
    assert.equal(hex(sign(Buffer.from(message, 'hex'), seed, Buffer.from(key, 'hex'))), signature);
  }
});

test('the small signatures are those of OpenSSL, whatever the key and the message', () => {
  const bytesOf = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(bytesOf, fc.uint8Array({ maxLength: 400 }), (given, message) => {
      const key = createPrivateKey({ key: Buffer.from([...pkcs8Start, ...given]), format: 'der', type: 'pkcs8' });
      const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
      const publicKey = publicKeyOf(given);
      assert.equal(hex(publicKey), Buffer.from(x, 'base64url').toString('hex'));
      assert.equal(hex(sign(message, given, publicKey)), openssl(null, message, key).toString('hex'));
    }),
    { numRuns: 40 },
  );
});

const hex = (given: Uint8Array): string => Buffer.from(given).toString('hex');
