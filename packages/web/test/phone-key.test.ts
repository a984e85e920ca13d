import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { base64Decode } from '@cabildo/book';
import { signWith } from '../src/shell/phone-key.ts';

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
const pkcs8 = new Uint8Array([...[48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32], ...bytes]);

test('what a phone sends is signed with the bytes of the vectors, by the browser and by the small library alike', async () => {
  const byBrowser = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  assert.ok(good.length > 0);
  for (const { signature, ...what } of good)
    for (const privateKey of [byBrowser, bytes])
      assert.equal(await signWith({ person: 'p', publicKey, privateKey }, what), signature, what.command);
});
