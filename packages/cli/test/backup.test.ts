import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { type Convener, foundAssembly } from '../../server/test/assembly-over-http.ts';
import { cabildo, scratch } from './cabildo.ts';
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
  const ran = await cabildo(['restore', damaged, '--data', restored]);
  assert.equal(ran.code, 2);
  assert.match(ran.err, /altered/);
  for (const [name, said] of [
    [join(restored, 'none.backup'), /does not exist/],
    [join(node.data, 'node.json'), /not that of a backup/],
  ] as const) {
    const wrong = await cabildo(['restore', name, '--data', restored]);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, said);
  }
  assert.equal((await cabildo(['restore', '--data', restored])).code, 2);
});

test('a backup restores into an empty folder, and its books wait until the operator opens them', async () => {
  await mkdir(restored, { recursive: true });
  await copyFile(join(node.data, 'vault.key'), join(restored, 'vault.key'));
  const ran = await cabildo(['restore', file, '--data', restored, '--json']);
  assert.equal(ran.code, 0, ran.err);
  assert.deepEqual(JSON.parse(ran.out).restored.waiting.includes(convener.origin), true);

  const again = await cabildo(['restore', file, '--data', restored]);
  assert.equal(again.code, 2);
  assert.match(again.err, /not empty/);

  const opened = await cabildo(['restore', '--unconfirmed', '--data', restored, '--json']);
  assert.equal(opened.code, 0, opened.out + opened.err);
  const out = join(await scratch(), 'book');
  const exported = await cabildo(['book', 'export', 'villa-ingenio', '--out', out, '--data', restored]);
  assert.equal(exported.code, 0, exported.err);
  assert.equal((await cabildo(['book', 'verify', out, '--key', convener.key])).code, 0);
});
