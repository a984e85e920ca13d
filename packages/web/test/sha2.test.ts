import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256, sha512 } from '../src/sha2.ts';

/** Bytes that repeat at no length of a block. */
const message = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 131 + (i >> 3)) % 251);

for (const [name, hash] of [
  ['sha256', sha256],
  ['sha512', sha512],
] as const)
  test(`${name} says what OpenSSL says, around the ends of its blocks too`, () => {
    for (const length of [...Array(270).keys(), 1_023, 8_192, 20_001]) {
      const bytes = message(length);
      assert.equal(Buffer.from(hash(bytes)).toString('hex'), createHash(name).update(bytes).digest('hex'), `${length}`);
    }
  });

test('a part of a larger buffer is hashed, and not what lies around it', () => {
  const part = message(64).subarray(3, 40);
  assert.deepEqual(sha256(part), sha256(Uint8Array.from(part)));
});
