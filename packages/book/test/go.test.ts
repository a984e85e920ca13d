import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeBookFile } from '../node/crypto.ts';
import {
  base64Encode,
  consistencyProof,
  entriesPath,
  hashesOfLeaves,
  inclusionProof,
  newTiles,
  tilePath,
} from '../src/index.ts';
import { crypto, exportBook, naiveRoot, sampleBook } from './fixtures.ts';
import { GO_ENV, skipWithoutTool } from './tools.ts';

const directory = mkdtempSync(join(tmpdir(), 'book-go-'));
after(() => rmSync(directory, { recursive: true }));

function skip(): string | false {
  const missing = skipWithoutTool('go', ['version']);
  if (missing !== false) return missing;
  if (existsSync(join(GO_ENV.GOPATH, 'src/golang.org/x/mod/sumdb/tlog'))) return false;
  if (process.env.CI === 'true') throw new Error('golang.org/x/mod is needed for this test and is not installed');
  return 'golang.org/x/mod (Debian: golang-golang-x-mod-dev) is not installed';
}

const BOOK = sampleBook(600);
const HASH_AT = hashesOfLeaves(BOOK.hashes, crypto);
const encoded = (hashes: readonly Uint8Array[]) => hashes.map(base64Encode);
const rootAt = (size: number) => base64Encode(naiveRoot(BOOK.hashes.slice(0, size)));

function cases() {
  const inclusion = [
    [0, 1],
    [3, 7],
    [69, 70],
    [255, 256],
    [256, 257],
    [511, 512],
    [0, 600],
    [255, 600],
    [300, 600],
    [599, 600],
  ];
  const consistency = [
    [1, 2],
    [3, 7],
    [6, 8],
    [255, 256],
    [256, 600],
    [300, 511],
    [512, 600],
    [599, 600],
    [600, 600],
  ];
  return {
    vkey: BOOK.vkey,
    origin: BOOK.origin,
    size: 600,
    root: rootAt(600),
    entries: encoded(BOOK.entries),
    paths: [
      ...Array.from(newTiles(0, 70_000)),
      { level: 0, index: 1_234_067, width: 256 },
      { level: 3, index: 1_000, width: 7 },
    ].map((tile) => ({ ...tile, path: tilePath(tile) })),
    inclusion: (inclusion as [number, number][]).map(([index, size]) => ({
      index,
      size,
      leaf: base64Encode(BOOK.hashes[index]!),
      root: rootAt(size),
      proof: encoded(inclusionProof(index, size, HASH_AT, crypto)),
    })),
    consistency: (consistency as [number, number][]).map(([from, to]) => ({
      from,
      to,
      fromRoot: rootAt(from),
      toRoot: rootAt(to),
      proof: encoded(consistencyProof(from, to, HASH_AT, crypto)),
    })),
  };
}

test('Go verifies our notes, checkpoints, tiles, paths and proofs', { skip: skip() }, async () => {
  for (const [path, bytes] of exportBook(BOOK)) await writeBookFile(directory, path, bytes);
  assert.ok(existsSync(join(directory, entriesPath(2, 88))));
  const run = (input: unknown) => {
    const program = join(import.meta.dirname, 'xmod/check.go');
    const result = spawnSync('go', ['run', program, directory], {
      env: GO_ENV,
      input: JSON.stringify(input),
      encoding: 'utf8',
    });
    return result.stdout.trim() || result.stderr;
  };
  const good = cases();
  assert.equal(run(good), 'ok');
  const wrong = structuredClone(good);
  wrong.inclusion[3]!.proof[2] = wrong.root;
  assert.match(run(wrong), /^inclusion 255 in 256/);
});
