import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  consistencyProof,
  decodeBundle,
  encodeBundle,
  entriesPath,
  hashesOfLeaves,
  leafHash,
  newTiles,
  openCheckpoint,
  parseTilePath,
  parseVkey,
  rootFrom,
  subtreeInTile,
  tileOfNode,
  tilePath,
  tileWidth,
  utf8Decode,
  utf8Encode,
  verifyConsistency,
} from '../src/index.ts';
import { bytesOf, crypto, naiveRoot, sharedData, skipWithout } from './fixtures.ts';

test('a log written by another implementation', { skip: skipWithout('vectors/tlog') }, () => {
  const root = `${sharedData('vectors/tlog')}/log`;
  const vkey = parseVkey(readFileSync(`${root}/../log-public-key.txt`, 'utf8').trim(), crypto);
  assert.ok(vkey.ok);
  const words = 'one two three four five six seven eit nain ten ileven twelf threeten fourten fivten'.split(' ');
  const leaves = words.map((word) => leafHash(utf8Encode(word), crypto));
  const hashAt = hashesOfLeaves(leaves, crypto);
  const sizes = readdirSync(root).flatMap((name) => (name.startsWith('checkpoint.') ? [Number(name.slice(11))] : []));
  assert.ok(sizes.length >= 15);
  const heads = new Map(
    sizes.map((size) => {
      const note = readFileSync(`${root}/checkpoint.${size}`);
      const opened = openCheckpoint(note, vkey.key, crypto);
      assert.ok(opened.ok && opened.checkpoint.size === size);
      assert.deepEqual(opened.checkpoint.root, rootFrom(size, hashAt, crypto));
      const broken = Buffer.from(note);
      broken[broken.indexOf('\n') + 1]! ^= 1;
      assert.equal(openCheckpoint(broken, vkey.key, crypto).ok, false);
      return [size, opened.checkpoint.root];
    }),
  );
  for (const from of sizes) {
    for (const to of sizes) {
      if (from === 0 || from > to) continue;
      const proof = consistencyProof(from, to, hashAt, crypto);
      assert.ok(verifyConsistency(from, to, proof, heads.get(from)!, heads.get(to)!, crypto));
    }
  }
  for (let width = 1; width <= 15; width++) {
    const bundle = readFileSync(`${root}/${entriesPath(0, width)}`);
    const { entries, rest } = decodeBundle(bundle);
    assert.deepEqual(entries.map(utf8Decode), words.slice(0, width));
    assert.equal(rest, 0);
    assert.deepEqual(Buffer.from(encodeBundle(entries)), bundle);
    const tile = readFileSync(`${root}/${tilePath({ level: 0, index: 0, width })}`);
    assert.deepEqual(tile, Buffer.concat(leaves.slice(0, width)));
  }
});

test('tile paths of the specification', () => {
  assert.equal(tilePath({ level: 0, index: 1234067, width: 256 }), 'tile/0/x001/x234/067');
  assert.equal(tilePath({ level: 2, index: 5, width: 112 }), 'tile/2/005.p/112');
  assert.equal(entriesPath(1000, 1), 'tile/entries/x001/000.p/1');
  for (const path of ['tile/0/x001/x234/067', 'tile/63/005.p/255', 'tile/entries/x001/000.p/1']) {
    const place = parseTilePath(path);
    assert.ok(place);
    assert.equal(place.kind === 'entries' ? entriesPath(place.index, place.width) : tilePath(place), path);
  }
  for (const path of [
    'tile/0/x000/067',
    'tile/00/000',
    'tile/64/000',
    'tile/0/000.p/256',
    'tile/0/000.p/0',
    'tile/0/67',
    'tile/entries/000.p/01',
    'tile/0/000/001',
  ]) {
    assert.equal(parseTilePath(path), undefined, path);
  }
});

test('the tiles of a tree of 70,000, as the specification counts them', () => {
  const tiles = Array.from(newTiles(0, 70_000));
  const of = (level: number) => tiles.filter((tile) => tile.level === level).map(({ width }) => width);
  assert.deepEqual([of(0).length, of(0).at(-1)], [274, 112]);
  assert.deepEqual(of(1), [256, 17]);
  assert.deepEqual(of(2), [1]);
  assert.deepEqual(Array.from(newTiles(0, 256)), [
    { level: 0, index: 0, width: 256 },
    { level: 1, index: 0, width: 1 },
  ]);
  assert.deepEqual(Array.from(newTiles(300, 300)), []);
  assert.deepEqual(Array.from(newTiles(300, 301)), [{ level: 0, index: 1, width: 45 }]);
});

test('growing in any steps writes the same final tiles', () => {
  for (const steps of [
    [0, 255, 256, 257, 600],
    [0, 1, 511, 512, 600],
    [0, 600],
  ]) {
    const written = new Set<string>();
    for (let i = 1; i < steps.length; i++)
      for (const tile of newTiles(steps[i - 1]!, steps[i]!)) written.add(tilePath(tile));
    for (const tile of newTiles(0, 600)) {
      assert.ok(written.has(tilePath(tile)));
      assert.equal(tileWidth(tile.level, tile.index, 600), tile.width);
    }
  }
});

test('every node of a tree is found in its tile', () => {
  const leaves = Array.from({ length: 600 }, (_, i) => bytesOf(`${i}`, 32));
  const hashAt = hashesOfLeaves(leaves, crypto);
  const level1 = [0, 1].map((n) => naiveRoot(leaves.slice(n * 256, n * 256 + 256)));
  const tiles = [[0, 1, 2].map((n) => Buffer.concat(leaves.slice(n * 256, n * 256 + 256))), [Buffer.concat(level1)]];
  for (let level = 0; level <= 9; level++) {
    for (let index = 0; (index + 1) * 2 ** level <= 600; index++) {
      const place = tileOfNode(level, index);
      const hash = subtreeInTile(tiles[place.level]![place.index]!, place.from, place.count, crypto);
      assert.deepEqual(new Uint8Array(hash), hashAt(level, index));
    }
  }
});
