import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  appendLeaf,
  base64Decode,
  compactRange,
  consistencyProof,
  EMPTY_RANGE,
  hashesOfLeaves,
  inclusionProof,
  leafHash,
  rootFrom,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.ts';
import { bytesOf, crypto, naiveRoot, sharedData, skipWithout } from './fixtures.ts';

const LEAVES = Array.from({ length: 70 }, (_, i) => leafHash(bytesOf(`leaf ${i}`, i), crypto));
const bytes = (text: string) => base64Decode(text) ?? new Uint8Array(0);

for (const kind of ['inclusion', 'consistency']) {
  const where = `vectors/merkle/${kind}`;
  test(`public vectors of ${kind} proofs, good and mutated`, { skip: skipWithout(where) }, () => {
    const files = globSync(`${sharedData(where)}/**/*.json`);
    assert.ok(files.length > 40);
    for (const file of files) {
      const vector = JSON.parse(readFileSync(file, 'utf8'));
      const proof = (vector.proof ?? []).map(bytes);
      const holds =
        kind === 'inclusion'
          ? verifyInclusion(vector.leafIdx, vector.treeSize, bytes(vector.leafHash), proof, bytes(vector.root), crypto)
          : verifyConsistency(vector.size1, vector.size2, proof, bytes(vector.root1), bytes(vector.root2), crypto);
      assert.equal(holds, !vector.wantErr, `${file}: ${vector.desc}`);
    }
  });
}

test('a compact range has the root of RFC 6962 at every size, and survives storage', () => {
  let range = EMPTY_RANGE;
  for (let size = 0; size <= LEAVES.length; size++) {
    const expected = naiveRoot(LEAVES.slice(0, size));
    assert.deepEqual(rootOf(range, crypto), expected);
    assert.deepEqual(rootFrom(size, hashesOfLeaves(LEAVES, crypto), crypto), expected);
    const stored = compactRange(size, range.hashes.slice());
    assert.ok(stored);
    assert.equal(compactRange(size, [...range.hashes, expected]), undefined);
    if (size < LEAVES.length) range = appendLeaf(stored, LEAVES[size]!, crypto);
  }
});

test('a range is not changed by appending to it', () => {
  const before = appendLeaf(EMPTY_RANGE, LEAVES[0]!, crypto);
  const root = rootOf(before, crypto);
  appendLeaf(before, LEAVES[1]!, crypto);
  assert.deepEqual(rootOf(before, crypto), root);
});

test('every inclusion proof up to size 70 verifies, and not for another leaf, place or size', () => {
  const hashAt = hashesOfLeaves(LEAVES, crypto);
  for (let size = 1; size <= LEAVES.length; size++) {
    const root = naiveRoot(LEAVES.slice(0, size));
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(index, size, hashAt, crypto);
      assert.ok(verifyInclusion(index, size, LEAVES[index]!, proof, root, crypto), `${index} of ${size}`);
      assert.ok(!verifyInclusion(index, size, LEAVES[(index + 1) % LEAVES.length]!, proof, root, crypto));
      assert.ok(!verifyInclusion(index, size, LEAVES[index]!, [...proof, root], root, crypto));
      if (proof.length > 0) {
        assert.ok(!verifyInclusion(index, size, LEAVES[index]!, proof.slice(1), root, crypto));
        assert.ok(!verifyInclusion(index ^ 1, size, LEAVES[index]!, proof, root, crypto));
      }
    }
  }
});

test('every consistency proof up to size 70 verifies, and not with the roots swapped or a hash more or less', () => {
  const hashAt = hashesOfLeaves(LEAVES, crypto);
  const roots = Array.from({ length: 71 }, (_, size) => naiveRoot(LEAVES.slice(0, size)));
  for (let to = 1; to <= LEAVES.length; to++) {
    for (let from = 1; from <= to; from++) {
      const proof = consistencyProof(from, to, hashAt, crypto);
      assert.ok(verifyConsistency(from, to, proof, roots[from]!, roots[to]!, crypto), `${from} to ${to}`);
      assert.ok(!verifyConsistency(from, to, [...proof, roots[1]!], roots[from]!, roots[to]!, crypto));
      if (from === to) continue;
      assert.ok(!verifyConsistency(from, to, proof, roots[to]!, roots[from]!, crypto));
      assert.ok(!verifyConsistency(from, to, proof.slice(1), roots[from]!, roots[to]!, crypto));
      assert.ok(!verifyConsistency(0, to, proof, roots[0]!, roots[to]!, crypto));
    }
  }
  assert.ok(!verifyConsistency(0, 0, [], roots[0]!, roots[0]!, crypto));
});

test('one flipped bit anywhere in a proof, leaf or root is refused', () => {
  const hashAt = hashesOfLeaves(LEAVES, crypto);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), fc.nat(), (size, a, b, c) => {
      const index = a % size;
      const root = naiveRoot(LEAVES.slice(0, size));
      const parts = [LEAVES[index]!, root, ...inclusionProof(index, size, hashAt, crypto)].map((part) => part.slice());
      parts[b % parts.length]![c % 32]! ^= 1 << (c % 8);
      const [leaf, wrongRoot, ...proof] = parts;
      return !verifyInclusion(index, size, leaf!, proof, wrongRoot!, crypto);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), fc.nat(), (to, a, b, c) => {
      const from = 1 + (a % (to - 1));
      const roots = [naiveRoot(LEAVES.slice(0, from)), naiveRoot(LEAVES.slice(0, to))];
      const parts = [...roots, ...consistencyProof(from, to, hashAt, crypto)].map((part) => part.slice());
      parts[b % parts.length]![c % 32]! ^= 1 << (c % 8);
      const [oldRoot, newRoot, ...proof] = parts;
      return !verifyConsistency(from, to, proof, oldRoot!, newRoot!, crypto);
    }),
  );
});

test('nonsense is false, not an error', () => {
  const [leaf] = LEAVES as [Uint8Array];
  for (const [index, size] of [
    [-1, 1],
    [1, 1],
    [0, 0],
    [0.5, 1],
    [Number.NaN, 1],
    [0, 2 ** 60],
  ] as const) {
    assert.equal(verifyInclusion(index, size, leaf, [], leaf, crypto), false);
    assert.equal(verifyConsistency(index, size, [leaf], leaf, leaf, crypto), false);
  }
  assert.equal(verifyInclusion(0, 1, leaf, [new Uint8Array(31)], leaf, crypto), false);
});
