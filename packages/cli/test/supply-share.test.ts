import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

test('supply share: a document alone, its shape, and each award explained', async () => {
  const file = join(await scratch(), 'gas.json');
  await writeFile(file, '{"stock":200,"claims":{"C":300,"A":100,"B":200}}');
  const ran = await cabildo(['supply', 'share', file, '--rule', 'talmud', '--json', '--lang', 'es']);
  assert.equal(ran.code, 0, ran.err);
  const document = JSON.parse(ran.out);
  assert.deepEqual(Object.keys(document), ['rule', 'awards', 'unserved', 'explanations']);
  assert.deepEqual(document.awards, { A: 50, B: 75, C: 75 });
  assert.equal(document.unserved, 400);
  assert.match(document.explanations.B, /recibe 75 de 200 \(37 %\)/);
  const lines = await cabildo(['supply', 'share', file, '--rule', 'leximin']);
  assert.match(lines.out, /B {2}gets 66.66 of 200 \(33 %\)/);
});

test('supply share: what cannot be shared is said with its place', async () => {
  const file = join(await scratch(), 'gas.json');
  await writeFile(file, '{"stock":200,\n"claims":{"A":-1}}');
  const ran = await cabildo(['supply', 'share', file, '--rule', 'leximin', '--json']);
  assert.equal(ran.code, 2);
  assert.match(JSON.parse(ran.out).error.message, /gas.json: line 2, column 15, claims.A: -1 is negative/);
  assert.equal((await cabildo(['supply', 'share', file, '--rule', 'fair'])).code, 2);
  // A device has no size and no end.
  const endless = await cabildo(['supply', 'share', '/dev/zero', '--rule', 'leximin']);
  assert.deepEqual([endless.code, /\/dev\/zero: more than 64000000 bytes/.test(endless.err)], [2, true], endless.err);
});
