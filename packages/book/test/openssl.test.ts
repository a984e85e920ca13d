import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { passVectors } from '../../../vectors/passes/make.ts';
import {
  base64Decode,
  base64Encode,
  cosignatureLine,
  keyReplacementText,
  parseNote,
  parseSeal,
  sealText,
  signKeyReplacement,
} from '../src/index.ts';
import { parseSignatureLine } from '../src/signature-line.ts';
import { checkpointOf, crypto, PRESIDENT, SECRETARY, sampleBook, signer } from './fixtures.ts';
import { skipWithoutTool } from './tools.ts';

const directory = mkdtempSync(join(tmpdir(), 'book-openssl-'));
after(() => rmSync(directory, { recursive: true }));
const skip = skipWithoutTool('openssl', ['version']);

function opensslVerifies(publicKey: Uint8Array, message: string | Uint8Array, signature: Uint8Array): boolean {
  const path = (name: string) => join(directory, name);
  writeFileSync(path('key.der'), Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]));
  writeFileSync(path('message'), message);
  writeFileSync(path('signature'), signature);
  const args = [
    '-verify',
    '-pubin',
    '-keyform',
    'DER',
    '-inkey',
    path('key.der'),
    '-rawin',
    '-in',
    path('message'),
    '-sigfile',
    path('signature'),
  ];
  return spawnSync('openssl', ['pkeyutl', ...args], { encoding: 'utf8' }).stdout.includes('Verified Successfully');
}

const BOOK = sampleBook(24);

test('OpenSSL verifies the log’s signature on a checkpoint', { skip }, () => {
  const parsed = parseNote(checkpointOf(BOOK));
  assert.ok(parsed.ok);
  const { text, signatures } = parsed.note;
  assert.ok(opensslVerifies(BOOK.signer.publicKey, text, signatures[0]!.signature));
  assert.ok(!opensslVerifies(BOOK.signer.publicKey, text.replace('24', '25'), signatures[0]!.signature));
});

test('OpenSSL verifies a witness’s cosignature', { skip }, () => {
  const parsed = parseNote(checkpointOf(BOOK));
  assert.ok(parsed.ok);
  const witness = signer('witness');
  const line = cosignatureLine(parsed.note.text, 'w.example', witness, 1_679_315_147, crypto);
  const signature = parseSignatureLine(line.trimEnd())!.signature.subarray(8);
  assert.ok(opensslVerifies(witness.publicKey, `cosignature/v1\ntime 1679315147\n${parsed.note.text}`, signature));
});

test('OpenSSL verifies the seals of a book', { skip }, () => {
  const sealed = BOOK.leaves.flatMap((leaf) => parseSeal(leaf) ?? []);
  assert.equal(sealed.length, 2);
  for (const { index, signatures } of sealed) {
    for (const { key, signature } of signatures) {
      const text = sealText(BOOK.origin, index, BOOK.hashes[index]!);
      assert.ok(opensslVerifies(base64Decode(key)!, text, base64Decode(signature)!));
      assert.ok(!opensslVerifies(base64Decode(key)!, text.replace('v1', 'v2'), base64Decode(signature)!));
    }
  }
});

test('OpenSSL verifies a key replacement', { skip }, () => {
  const newKey = base64Encode(PRESIDENT.signer.publicKey);
  const oldKey = base64Encode(SECRETARY.signer.publicKey);
  const signature = signKeyReplacement('n.example/b', 'secretary', newKey, SECRETARY.signer);
  const text = keyReplacementText('n.example/b', 'secretary', oldKey, newKey);
  assert.ok(opensslVerifies(SECRETARY.signer.publicKey, text, base64Decode(signature)!));
});

test('we verify what OpenSSL signs, with a key that it made', { skip }, () => {
  const path = (name: string) => join(directory, name);
  execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', path('key.pem')]);
  const der = execFileSync('openssl', ['pkey', '-in', path('key.pem'), '-pubout', '-outform', 'DER']);
  writeFileSync(path('text'), sealText('n.example/b', 7, BOOK.hashes[7]!));
  execFileSync('openssl', [
    'pkeyutl',
    '-sign',
    '-inkey',
    path('key.pem'),
    '-rawin',
    '-in',
    path('text'),
    '-out',
    path('sig'),
  ]);
  const signature = execFileSync('cat', [path('sig')]);
  const message = new TextEncoder().encode(sealText('n.example/b', 7, BOOK.hashes[7]!));
  assert.ok(crypto.verifyEd25519(der.subarray(12), message, signature));
});

test('OpenSSL verifies a safe-conduct, its signature read by another way of counting in base 32', { skip }, () => {
  const { list, good } = passVectors();
  const key = base64Decode(list.keys[0]!.key)!;
  // RFC 4648's extended-hex alphabet, in which a radix of 32 is written, letter for letter in Crockford's order.
  const digit = (sign: string) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(sign).toString(32);
  for (const { text } of good) {
    const [words, written] = [text.slice(0, text.lastIndexOf(' ')), text.slice(text.lastIndexOf(' ') + 1)];
    const number = [...written].reduce((sum, sign) => sum * 32n + BigInt(Number.parseInt(digit(sign), 32)), 0n) >> 3n;
    const signature = Buffer.from(number.toString(16).padStart(128, '0'), 'hex');
    assert.ok(opensslVerifies(key, `cabildo/pass/v1\n${list.origin}\n${words}\n`, signature));
    assert.ok(!opensslVerifies(key, `cabildo/pass/v1\n${list.origin}/x\n${words}\n`, signature));
  }
});
