import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { encodeCredential, type VerifiedCredential } from '@cabildo/book';
import { cabildo, scratch } from './cabildo.ts';
import { type CredentialChain, credentialChain } from './credential-chain.ts';

let chain: CredentialChain;
let folder: string;
let file: string;

before(async () => {
  chain = credentialChain(3);
  folder = await scratch();
  file = join(folder, 'credential.json');
  await writeFile(file, encodeCredential(chain.credential));
});

const verify = (...args: string[]) => cabildo(['credential', 'verify', ...args]);

test('a good credential', async () => {
  const ran = await verify(file, '--root', chain.rootKey, '--at', chain.at, '--json');
  const answer: VerifiedCredential = JSON.parse(ran.out);
  assert.deepEqual(
    answer.checks.filter((check) => !check.ok),
    [],
  );
  assert.equal(ran.code, 0, ran.err);
  assert.equal(answer.ok, true);
  assert.equal(answer.holder, 'el-alto.example/tier-0#2');
  assert.deepEqual(
    answer.heads.map((head) => head.ageBy),
    ['witnessed', 'witnessed', 'witnessed'],
  );
});

test('the root key from a file, the answer in Spanish', async () => {
  const key = join(folder, 'key.txt');
  await writeFile(key, `${chain.rootKey}\n`);
  const ran = await verify(file, '--root', key, '--at', chain.at, '--lang', 'es');
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /^La credencial vale/);
  assert.match(ran.out, /asiento 2 de el-alto\.example\/tier-1 en el-alto\.example\/tier-2/);
  assert.match(ran.out, /vista hace 1 d 0 h por neighbour\.example/);
});

test('after its term it is refused, and the term is named', async () => {
  const ran = await verify(file, '--root', chain.rootKey, '--at', '2006-06-08', '--json');
  assert.equal(ran.code, 1);
  const answer = JSON.parse(ran.out);
  assert.equal(answer.onlyTerm, true);
  assert.deepEqual(
    answer.checks.flatMap((check: { ok: boolean; name: string }) => (check.ok ? [] : [check.name])),
    ['1.term', '2.term'],
  );
});

test('a changed holder is found', async () => {
  const changed = join(folder, 'changed.json');
  await writeFile(changed, encodeCredential(chain.credential).replace('m-0000000000000001', 'm-0000000000000002'));
  const ran = await verify(changed, '--root', chain.rootKey, '--at', chain.at);
  assert.equal(ran.code, 1);
  assert.match(ran.out, /^The credential is not good\./);
  assert.match(ran.out, /2\.election: .*the proof does not lead to the head/);
});

test('the key of another assembly', async () => {
  const ran = await verify(file, '--root', credentialChain(2, 10).rootKey, '--at', chain.at);
  assert.equal(ran.code, 1);
  assert.match(ran.out, /root-key/);
});

test('what is no credential, or is not there, or is cut off', async () => {
  const text = encodeCredential(chain.credential);
  const half = join(folder, 'half.json');
  await writeFile(half, text.slice(0, text.length / 2));
  for (const [path, said] of [
    [half, /is not a credential/],
    [join(folder, 'none.json'), /none\.json does not exist/],
    [folder, /is a folder, not a file/],
  ] as const) {
    const ran = await verify(path, '--root', chain.rootKey);
    assert.equal(ran.code, 2);
    assert.match(ran.err, said);
    assert.doesNotMatch(ran.err, /\n {4}at /);
  }
  assert.equal((await verify(file, '--root', chain.rootKey, '--at', 'yesterday')).code, 2);
});
