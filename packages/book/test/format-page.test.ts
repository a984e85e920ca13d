import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeBookFile } from '../node/crypto.ts';
import { actCode, entriesPath, formatTlogProof, hexEncode } from '../src/index.ts';
import { headProof, WITNESS_VKEY } from './credential-fixtures.ts';
import { exportBook, naiveRoot, sampleBook } from './fixtures.ts';
import { skipWithoutTool } from './tools.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/book-format.md'), 'utf8');
const SCRIPT = Array.from(PAGE.matchAll(/^```sh\n(.*?)^```$/gms), (block) => block[1]).join('\n');

const directories: string[] = [];
after(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

const BOOK = sampleBook(258);
const FILES = exportBook(BOOK);
const { hashes, heads, index } = headProof(BOOK);
FILES.set('heads.tlog-proof', Buffer.from(formatTlogProof({ index, hashes, checkpoint: heads })));

/** Runs the page's commands in a copy of the book, in a plain POSIX shell where there is one. */
async function run(files: ReadonlyMap<string, Uint8Array>, act = 4): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'book-page-'));
  directories.push(directory);
  for (const [path, bytes] of files) await writeBookFile(directory, path, bytes);
  const env = { ...process.env, act: String(act), witness: WITNESS_VKEY, LC_ALL: 'C.UTF-8' };
  const result = spawnSync('sh', ['-s'], { cwd: directory, env, input: `set -u\n${SCRIPT}`, encoding: 'utf8' });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout + result.stderr;
}

const skip = skipWithoutTool('openssl', ['version']) || skipWithoutTool('basenc', ['--version']);

test('the commands of docs/book-format.md verify a sound book', { skip }, async () => {
  const output = await run(FILES);
  const root = hexEncode(naiveRoot(BOOK.hashes));
  for (const line of [
    `key id agrees: ${BOOK.vkey.split('+')[1]}`,
    `head: 258 acts, root ${root}`,
    '258 acts, 0 of them not what their hashes say',
    'root agrees',
    `act 4 has the code ${actCode(BOOK.hashes[4]!)}`,
    'act 2 seals act 1, convener: Signature Verified Successfully',
    'act 5 seals act 4, presidium: Signature Verified Successfully',
    'act 5 seals act 4, secretary: Signature Verified Successfully',
    'act 3: note is what it committed to',
    'the head is in el-alto.example/heads',
    'witness.example/w1 saw it at 2005-07-01T00:00:00Z',
  ]) {
    assert.ok(output.split('\n').includes(line), `${line}\n${output}`);
  }
  assert.equal(output.match(/^Signature Verified Successfully$/gm)?.length, 2, output);
  assert.match(output, /attachment [0-9a-f]{64} agrees/);
  assert.doesNotMatch(output, /DIFFERS|Failure|not enrolled|NOT IN/);
});

test('and find what was changed in another', { skip }, async () => {
  const files = exportBook(sampleBook(24));
  const changed = (path: string, find: string, by: string) => {
    const text = Buffer.from(files.get(path)!).toString('latin1');
    assert.ok(text.includes(find));
    return new Map(files).set(path, Buffer.from(text.replace(find, by), 'latin1'));
  };
  const entries = await run(changed('tile/entries/000.p/24', '"seat":1', '"seat":2'));
  assert.match(entries, /^act 4 differs from its hash in tile\/0\/000.p\/24$/m);
  assert.match(entries, /^24 acts, 1 of them/m);
  assert.match(entries, /^root agrees$/m);
  assert.match(entries, /^act 5 seals act 4, presidium: Signature Verification Failure$/m);
  const head = await run(changed('checkpoint', '\n24\n', '\n23\n'));
  assert.match(head, /^Signature Verification Failure$/m);
  const tile = await run(changed('tile/0/000.p/24', Buffer.from(BOOK.hashes[9]!).toString('latin1'), 'x'.repeat(32)));
  assert.match(tile, /^act 9 differs/m);
  assert.match(tile, /^ROOT DIFFERS$/m);
  assert.match(await run(changed('disclosures/3.json', 'and', 'xxx')), /^act 3: note DIFFERS$/m);
});

test('the names of files beyond 999 on the page are those of the specification', () => {
  const definition = /^number\(\) \{.*?^\}$/ms.exec(SCRIPT)?.[0];
  const numbers = [7, 999, 1_000, 999_999, 1_234_067];
  const calls = numbers.map((n) => `number ${n}; echo`).join('; ');
  const result = spawnSync('sh', ['-c', `${definition}\n${calls}`], { encoding: 'utf8' });
  assert.deepEqual(
    result.stdout.trim().split('\n'),
    numbers.map((n) => entriesPath(n, 256).replace('tile/entries/', '')),
  );
});
