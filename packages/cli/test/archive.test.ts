// A body as one file: written by a node, read by GNU tar and by another node; and what is no such file is refused whole.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { tarEnd, tarFile } from '@cabildo/book/node';
import {
  type Convener,
  conveneSitting,
  foundAssembly,
  recordIrregularity,
} from '../../server/test/assembly-over-http.ts';
import { cabildo, cabildoHere, scratch } from './cabildo.ts';
import { type NodeProcess, startNode } from './node-process.ts';

let [here, there]: NodeProcess[] = [];
let convener: Convener;
let folder: string;
let archive: string;

before(async () => {
  folder = await scratch();
  [here, there] = [await startNode(), await startNode('la-paz.example')];
  convener = await foundAssembly(here.url, here.operatorToken, 'villa-ingenio');
  const sitting = await conveneSitting(convener, 'convene');
  for (let i = 0; i < 260; i += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, j) =>
        recordIrregularity(convener, sitting, `n. ${i + j}`, `irregularity-${i + j}`),
      ),
    );
  archive = join(folder, 'villa-ingenio.tar');
  const ran = await cabildo(['export', 'body', 'villa-ingenio', '--out', archive, '--node', here.url, '--json']);
  assert.equal(ran.code, 0, ran.err);
  assert.equal(JSON.parse(ran.out).bytes, (await stat(archive)).size);
});

const line = (file: string, ...more: string[]) => ['book', 'import', file, '--data', there!.data, ...more];

test('the same book gives the same bytes, from the running node and over HTTP', async () => {
  const again = join(folder, 'again.tar');
  assert.equal((await cabildo(['export', 'body', 'villa-ingenio', '--out', again, '--data', here!.data])).code, 0);
  assert.ok((await readFile(again)).equals(await readFile(archive)));
  const response = await fetch(`${here!.url}/api/bodies/villa-ingenio/archive.tar`);
  assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'application/x-tar']);
  assert.ok(Buffer.from(await response.arrayBuffer()).equals(await readFile(archive)));
  assert.equal((await fetch(`${here!.url}/api/bodies/nobody/archive.tar`)).status, 404);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.endsWith('.part')),
    [],
  );
});

const noTar =
  spawnSync('tar', ['--version']).status === 0 || process.env.CI !== undefined ? false : 'tar is not installed';

test('GNU tar unpacks it into a folder that verifies, and what GNU tar packs is read too', {
  skip: noTar,
}, async () => {
  const out = join(folder, 'unpacked');
  await mkdir(out);
  const unpacked = spawnSync('tar', ['-xf', archive, '-C', out]);
  assert.equal(unpacked.status, 0, String(unpacked.stderr));
  const verified = await cabildo(['book', 'verify', out, '--key', convener.key, '--rules']);
  assert.equal(verified.code, 0, verified.out + verified.err);
  const packed = join(folder, 'packed.tar');
  assert.equal(spawnSync('tar', ['-cf', packed, '-C', out, '.']).status, 0);
  const unknown = await cabildo(line(packed));
  assert.equal(unknown.code, 2, 'the key must come from elsewhere than the archive');
  assert.match(unknown.err, /does not know the key/);
});

/** The archive with one change, and what is said about it. */
async function changed(name: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const file = join(folder, `${name}.tar`);
  await writeFile(file, change(Buffer.from(await readFile(archive))));
  return file;
}

/** A header of another kind or size, with a checksum that fits. */
function header(path: string, { type = '0', size = 0 }: { readonly type?: string; readonly size?: number }): Buffer {
  const [block] = tarFile('key.txt', new Uint8Array(0));
  const made = Buffer.from(block!);
  made.fill(0, 0, 100).write(path, 0, 'latin1');
  made.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1').toString();
  made.write(type, 156, 'latin1');
  made.fill(' ', 148, 156);
  const sum = made.reduce((total, byte) => total + byte, 0);
  made.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return made;
}

test('nonsense is refused with a sentence, and nothing of it is taken', async () => {
  const cases: readonly (readonly [string, (bytes: Buffer) => Buffer, RegExp])[] = [
    ['empty', () => Buffer.alloc(0), /no tar archive/],
    ['letter', () => Buffer.from('dear assembly\n'.repeat(100)), /no tar archive/],
    ['cut', (bytes) => bytes.subarray(0, bytes.length - 20_000), /cut off/],
    ['endless', (bytes) => bytes.subarray(0, bytes.length - 1_024), /cut off/],
    ['up', (bytes) => Buffer.concat([header('../../outside', {}), bytes]), /\.\.\/\.\.\/outside is no part of a book/],
    ['root', (bytes) => Buffer.concat([header('/etc/outside', {}), bytes]), /is no part of a book/],
    ['inside', (bytes) => Buffer.concat([header('tile/../../outside', {}), bytes]), /is no part of a book/],
    ['lines', (bytes) => Buffer.concat([header('a\n\u001b[2J', {}), bytes]), /a\\n\\u001b\[2J is no part/],
    ['link', (bytes) => Buffer.concat([header('checkpoint', { type: '2' }), bytes]), /link or a device/],
    ['hard', (bytes) => Buffer.concat([header('checkpoint', { type: '1' }), bytes]), /link or a device/],
    ['huge', (bytes) => Buffer.concat([header('checkpoint', { size: 8 ** 11 - 1 }), bytes]), /cut off/],
    ['twice', (bytes) => Buffer.concat([...tarFile('key.txt', Buffer.from('x')), bytes]), /there twice/],
    ['nothing', () => Buffer.from(tarEnd), /not a book's folder/],
    ['flipped', (bytes) => flipped(bytes), /./],
  ];
  for (const [name, change, said] of cases) {
    const ran = await cabildoHere(line(await changed(name, change), '--key', convener.key));
    assert.notEqual(ran.code, 0, name);
    assert.match(ran.err + ran.out, said, name);
    assert.doesNotMatch(ran.err, /\n\s+at |This should not happen/, name);
  }
  const listed = await (await fetch(`${there!.url}/api/bodies/${encodeURIComponent(convener.origin)}/acts`)).json();
  assert.deepEqual((listed as { acts?: unknown[] }).acts ?? [], [], 'nothing half-imported');
});

/** One byte of the first bundle of entries is another. */
function flipped(bytes: Buffer): Buffer {
  const at = bytes.indexOf('"format":"cabildo/1"');
  bytes[at + 12] = bytes[at + 12]! ^ 1;
  return bytes;
}

test('another node imports the archive, whole', async () => {
  const ran = await cabildo(line(archive, '--key', convener.key, '--json'));
  assert.equal(ran.code, 0, ran.err + ran.out);
  const mirrored = await fetch(`${there!.url}/api/bodies/${encodeURIComponent(convener.origin)}`);
  const own = await fetch(`${here!.url}/api/bodies/villa-ingenio`);
  const [copy, book] = [(await mirrored.json()) as { state: unknown }, (await own.json()) as { state: unknown }];
  assert.deepEqual(copy.state, book.state);
});

test('a body and the whole node are exported as Popolo', async () => {
  for (const [args, file] of [
    [['villa-ingenio'], 'body.json'],
    [[], 'node.json'],
  ] as const) {
    const out = join(folder, file);
    const ran = await cabildoHere(['export', 'popolo', ...args, '--out', out, '--node', here!.url]);
    assert.equal(ran.code, 0, ran.err);
    const { organizations, events } = JSON.parse(await readFile(out, 'utf8'));
    assert.deepEqual([organizations.length, organizations[0].id, events.length], [1, convener.origin, 1]);
  }
  const unknown = await cabildo(['export', 'popolo', 'nobody', '--out', join(folder, 'x.json'), '--node', here!.url]);
  assert.equal(unknown.code, 2);
});
