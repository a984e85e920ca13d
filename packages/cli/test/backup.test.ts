import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { type Convener, foundAssembly } from '../../server/test/assembly-over-http.ts';
import { cabildo, cabildoHere, scratch } from './cabildo.ts';
import { dataIn, type NodeProcess, startNode } from './node-process.ts';

let node: NodeProcess;
let convener: Convener;
let file: string;
let restored: string;

before(async () => {
  const folder = await scratch();
  node = await startNode();
  convener = await foundAssembly(node.url, node.operatorToken, 'villa-ingenio');
  file = join(folder, 'node.backup');
  const ran = await cabildo(['backup', '--out', file, '--data', node.data, '--json']);
  assert.equal(ran.code, 0, ran.err);
  const answer = JSON.parse(ran.out);
  assert.equal(answer.tables.acts >= 2, true);
  restored = dataIn(join(folder, 'restored'));
});

test('without the vault key, or with a damaged file, nothing is restored', async () => {
  const keyless = await cabildo(['restore', file, '--data', restored]);
  assert.equal(keyless.code, 2);
  assert.match(keyless.err, /Put into .*vault\.key the key that was kept apart/);

  const damaged = `${file}.damaged`;
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(damaged, bytes);
  const ran = await cabildoHere(['restore', damaged, '--data', restored]);
  assert.equal(ran.code, 2);
  assert.match(ran.err, /altered/);
  for (const [name, said] of [
    [join(restored, 'none.backup'), /does not exist/],
    [join(node.data, 'node.json'), /not that of a backup/],
  ] as const) {
    const wrong = await cabildoHere(['restore', name, '--data', restored]);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, said);
  }
  assert.equal((await cabildoHere(['restore', '--data', restored])).code, 2);
});

test('a backup restores into an empty folder, once, and its books wait', async () => {
  await mkdir(restored, { recursive: true });
  await copyFile(join(node.data, 'vault.key'), join(restored, 'vault.key'));
  const ran = await cabildo(['restore', file, '--data', restored, '--json']);
  assert.equal(ran.code, 0, ran.err);
  assert.deepEqual(JSON.parse(ran.out).restored.waiting.includes(convener.origin), true);

  const again = await cabildoHere(['restore', file, '--data', restored]);
  assert.equal(again.code, 2);
  assert.match(again.err, /not empty/);
});

test('the node that the backup is of vouches for nothing, nor does whoever does not say which node it is', async () => {
  const compare = (url: string, ...more: string[]) => cabildoHere(comparing(url, ...more));
  // The operator's word is not asked for either: it would be given about a node that can be seen writing.
  for (const [path, ...more] of [[''], ['', '--unconfirmed'], ['/witness']]) {
    const itself = await compare(node.url + path, ...more);
    assert.equal(itself.code, 2);
    assert.match(itself.err, /runs the very node el-alto\.example that this backup is of/);
    assert.match(itself.err, /Stop the old node for good/);
  }
  const nameless = createServer((_request, response) => response.end('{"ok":true}'));
  await new Promise<void>((resolve) => nameless.listen(0, '127.0.0.1', resolve));
  const unnamed = await compare(`http://127.0.0.1:${(nameless.address() as AddressInfo).port}`);
  nameless.close();
  assert.equal(unnamed.code, 2);
  assert.match(unnamed.err, /says which node it is/);

  // A node that neither copies nor witnesses these books says nothing about them; that changed nothing.
  const mirror = await startNode('la-paz.example');
  for (const url of [mirror.url, `${mirror.url}/witness`]) {
    const stranger = await compare(url);
    assert.equal(stranger.code, 1, stranger.err);
    assert.deepEqual(kindsIn(stranger.out), ['unconfirmed', 'unconfirmed']);
  }

  const operator = mirror.operatorToken;
  const heads = `el-alto.example/heads`;
  for (const [origin, name] of [
    [convener.origin, 'villa-ingenio'],
    [heads, 'heads'],
  ] as const) {
    const url = `${node.url}/books/${name}`;
    const key = (await (await fetch(`${url}/key.txt`)).text()).trim();
    assert.equal((await post(`${mirror.url}/api/mirrors`, operator, { origin, key, url })).status, 201);
    assert.equal((await post(`${mirror.url}/api/mirrors/${origin}/pull`, operator, {})).status, 200);
  }
  const confirmed = await cabildo(comparing(mirror.url));
  assert.equal(confirmed.code, 0, confirmed.out + confirmed.err);
  assert.deepEqual(kindsIn(confirmed.out), ['confirmed', 'confirmed']);
});

test('where nobody else has seen the books, the operator opens them', async () => {
  const alone = dataIn(join(await scratch(), 'alone'));
  await mkdir(alone, { recursive: true });
  await copyFile(join(node.data, 'vault.key'), join(alone, 'vault.key'));
  const opened = await cabildo(['restore', file, '--unconfirmed', '--data', alone, '--json']);
  assert.equal(opened.code, 0, opened.out + opened.err);
  assert.deepEqual(kindsIn(opened.out), ['opened-unconfirmed', 'opened-unconfirmed']);
  const out = join(await scratch(), 'book');
  const exported = await cabildoHere(['book', 'export', 'villa-ingenio', '--out', out, '--data', alone]);
  assert.equal(exported.code, 0, exported.err);
  assert.equal((await cabildoHere(['book', 'verify', out, '--key', convener.key])).code, 0);
});

const comparing = (url: string, ...more: string[]) => [
  'restore',
  '--compare',
  url,
  '--data',
  restored,
  '--json',
  ...more,
];

const kindsIn = (out: string): string[] =>
  (JSON.parse(out).compared as { readonly kind: string }[]).map(({ kind }) => kind);

const post = (url: string, token: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
