import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bookVectors } from '../../../vectors/book/make.ts';
import { signerFromSeed } from '../node/crypto.ts';
import {
  actCode,
  base64Decode,
  checkActCode,
  commitTo,
  decodeLeaf,
  entriesPath,
  headWords,
  hexDecode,
  leafHash,
  openCheckpoint,
  parseVkey,
  secretToWords,
  tilePath,
  utf8Encode,
  verifyConsistency,
  verifyCredential,
  verifyInclusion,
  verifyTlogProof,
  wordsToSecret,
} from '../src/index.ts';
import { crypto, naiveRoot } from './fixtures.ts';

const DIRECTORY = join(import.meta.dirname, '../../../vectors/book');
const read = (name: string) => JSON.parse(readFileSync(join(DIRECTORY, `${name}.json`), 'utf8'));
const bytes = (text: string) => base64Decode(text)!;

test('the vectors are what the code makes today', () => {
  for (const [name, content] of Object.entries(bookVectors())) {
    assert.equal(readFileSync(join(DIRECTORY, name), 'utf8'), content, `${name} would change: the format has changed`);
  }
});

test('leaves', () => {
  const { good, refused } = read('leaves');
  for (const { entry, leafHash: hash, actCode: code } of good) {
    assert.ok(decodeLeaf(utf8Encode(entry)).ok);
    assert.deepEqual(leafHash(utf8Encode(entry), crypto), bytes(hash));
    assert.equal(actCode(bytes(hash)), code);
  }
  for (const { entry, reason } of refused) assert.deepEqual(decodeLeaf(utf8Encode(entry)), { ok: false, reason });
});

interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: string;
  readonly toRoot: string;
  readonly proof: readonly string[];
}

test('tree', () => {
  const { roots, inclusion, consistency, refusedConsistency } = read('tree');
  const hashes = Array.from({ length: 70 }, (_, i) => leafHash(utf8Encode(`entry ${i}`), crypto));
  for (const { size, root } of roots) assert.deepEqual(naiveRoot(hashes.slice(0, size)), bytes(root));
  for (const { index, size, root, proof } of inclusion) {
    assert.ok(verifyInclusion(index, size, hashes[index]!, proof.map(bytes), bytes(root), crypto));
  }
  const holds = ({ from, to, fromRoot, toRoot, proof }: Consistency) =>
    verifyConsistency(from, to, proof.map(bytes), bytes(fromRoot), bytes(toRoot), crypto);
  for (const one of consistency) assert.ok(holds(one));
  for (const one of refusedConsistency) assert.ok(!holds(one), one.why);
});

test('notes', () => {
  const vectors = read('notes');
  const key = parseVkey(vectors.vkey, crypto);
  const witness = parseVkey(vectors.witness, crypto);
  assert.ok(key.ok && witness.ok);
  assert.deepEqual(signerFromSeed(hexDecode(vectors.seed)!).publicKey, key.key.publicKey);
  const open = (note: string) => openCheckpoint(note, key.key, crypto, { witnesses: [witness.key] });
  for (const { note, times } of vectors.good) {
    const opened = open(note);
    assert.ok(opened.ok);
    assert.deepEqual(
      opened.cosignatures.map(({ time }) => time),
      times,
    );
  }
  for (const { note, reason } of vectors.refused) assert.deepEqual(open(note), { ok: false, reason });
  const { entry, file } = vectors.tlogProof;
  assert.ok(verifyTlogProof(file, leafHash(utf8Encode(entry), crypto), key.key, crypto).ok);
});

test('seals and key replacements', () => {
  const { seal, keyReplacement } = read('seals');
  assert.ok(crypto.verifyEd25519(bytes(seal.key), utf8Encode(seal.text), bytes(seal.signature)));
  const { oldKey, text, signature } = keyReplacement;
  assert.ok(crypto.verifyEd25519(bytes(oldKey), utf8Encode(text), bytes(signature)));
});

test('commitments', () => {
  for (const { origin, index, slot, salt, disclosure, commit } of read('commitments').good) {
    assert.equal(commitTo({ origin, index, slot }, bytes(salt), disclosure, crypto), commit);
  }
});

test('act codes and words', () => {
  const vectors = read('names');
  for (const { leafHash: hash, code } of vectors.actCodes) assert.equal(actCode(hexDecode(hash)!), code);
  for (const { text, code } of vectors.read) assert.deepEqual(checkActCode(text), { ok: true, code });
  for (const { text, reason } of vectors.refused) assert.deepEqual(checkActCode(text), { ok: false, reason });
  for (const { root, es, en } of vectors.headWords) {
    assert.deepEqual([headWords(hexDecode(root)!, 'es'), headWords(hexDecode(root)!, 'en')], [es, en]);
  }
  for (const { secret, es, en } of vectors.memberCards) {
    assert.deepEqual(secretToWords(hexDecode(secret)!, 'es'), es);
    for (const [language, words] of [
      ['es', es],
      ['en', en],
    ]) {
      assert.deepEqual(wordsToSecret(words.join(' ')), { ok: true, secret: hexDecode(secret), language });
    }
  }
});

test('tile paths', () => {
  const { tiles, entries } = read('tile-paths');
  for (const { path, ...tile } of tiles) assert.equal(tilePath(tile), path);
  for (const { path, index, width } of entries) assert.equal(entriesPath(index, width), path);
});

test('credentials', () => {
  const { rootKey, at, good, successor, mutated, otherTimes } = read('credentials');
  const report = verifyCredential(good.file, rootKey, crypto, { at });
  assert.ok(report.ok);
  assert.equal(report.holder, good.holder);
  assert.equal(report.heads.length, good.heads);
  const fails = (file: string, time: string) =>
    verifyCredential(file, rootKey, crypto, { at: time }).checks.flatMap(({ name, ok }) => (ok ? [] : [name]));
  for (const { why, fails: name, from, to } of mutated) {
    assert.ok(
      fails(
        good.file.replace(from, () => to),
        at,
      ).includes(name),
      why,
    );
  }
  assert.ok(verifyCredential(successor.file, successor.rootKey, crypto, { at }).ok);
  const { fails: check, from, to } = successor.mutated;
  const bare = verifyCredential(successor.file.replace(from, to), successor.rootKey, crypto, { at });
  assert.ok(bare.checks.some(({ name, ok }) => name === check && !ok));
  for (const { at: time, fails: name } of otherTimes) assert.ok(fails(good.file, time).includes(name));
});
