// The desk's own check of signatures, against RFC 8032 and against OpenSSL.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeCrypto } from '@cabildo/book/node';
import fc from 'fast-check';
import { verifyEd25519 } from '../../src/office/accreditation/ed25519-check.ts';
import { publicKeyOf, sign } from '../../src/shell/small-ed25519.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

// Section 7.1: TEST 1 to TEST 3.
const vectors = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

test('the signatures of RFC 8032 hold, and no other message has them', () => {
  for (const [key, message, signature] of vectors) {
    assert.equal(verifyEd25519(bytes(key), bytes(message), bytes(signature)), true);
    assert.equal(verifyEd25519(bytes(key), bytes(`${message}00`), bytes(signature)), false);
  }
});

test('it says what OpenSSL says, of what was signed and of what was changed in one bit', () => {
  const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(seed, fc.uint8Array({ maxLength: 200 }), fc.nat(767), (secret, message, bit) => {
      const key = publicKeyOf(secret);
      const signature = sign(message, secret, key);
      assert.equal(verifyEd25519(key, message, signature), true);
      const changed = Uint8Array.from([...key, ...signature]);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const [other, forged] = [changed.subarray(0, 32), changed.subarray(32)];
      assert.equal(verifyEd25519(other, message, forged), nodeCrypto.verifyEd25519(other, message, forged));
    }),
    { numRuns: 60 },
  );
});

test('a signature that was moved on by the order of the group, and what is no signature at all, do not hold', () => {
  const [key, message, signature] = vectors[1];
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const moved = bytes(signature);
  const scalar = [...moved.subarray(32)].reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n) + order;
  for (let i = 0; i < 32; i++) moved[32 + i] = Number((scalar >> BigInt(8 * i)) & 255n);
  assert.equal(verifyEd25519(bytes(key), bytes(message), moved), false);
  assert.equal(verifyEd25519(bytes(key), bytes(message), new Uint8Array(64)), false);
  assert.equal(verifyEd25519(bytes(key), bytes(message), bytes(signature).subarray(1)), false);
  assert.equal(verifyEd25519(new Uint8Array(31), bytes(message), bytes(signature)), false);
  assert.equal(verifyEd25519(new Uint8Array(32).fill(255), bytes(message), bytes(signature)), false);
});
