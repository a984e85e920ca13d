import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

const questions = '[{"answers":["Sí","No"],"blank":true,"min":1,"max":1,"question":"¿Se aprueba?"}]';

async function sample(trustees: string): Promise<{ folder: string; archive: string; before: string; keys: string }> {
  const folder = await scratch();
  await writeFile(join(folder, 'questions.json'), questions);
  const out = join(folder, 'out');
  const options = [
    '--questions',
    join(folder, 'questions.json'),
    '--trustees',
    trustees,
    '--seed',
    'cli',
    '--revotes',
    '1',
  ];
  const ran = await cabildo(['ballot', 'sample', '--voters', '3', ...options, '--out', out, '--json']);
  assert.equal(ran.code, 0, ran.err);
  const { file, uuid } = JSON.parse(ran.out);
  return { folder, archive: file, before: join(out, 'before-tally', `${uuid}.bel`), keys: join(out, 'private') };
}

test('ballot: a sample verifies, and says its ballots, result, trustees and head', async () => {
  const { archive, keys } = await sample('2of3');
  const ran = await cabildo(['ballot', 'verify', archive, '--json', '--workers', '2']);
  assert.equal(ran.code, 0, ran.err);
  const document = JSON.parse(ran.out);
  assert.deepEqual([document.ok, document.ballots, document.voters, document.stage], [true, 4, 3, 'complete']);
  assert.deepEqual(document.trustees, [{ kind: 'Pedersen', threshold: 2, owners: [1, 2, 3], decrypted: [1, 2] }]);
  const [{ answers, blank, question }] = document.result;
  assert.equal(question, '¿Se aprueba?');
  assert.equal(answers[0].votes + answers[1].votes + blank, 3);
  assert.match(document.head, /^[0-9a-f]{64}$/);
  assert.deepEqual(document.findings, []);
  const lines = await cabildo(['ballot', 'verify', archive, '--lang', 'es']);
  assert.match(lines.out, /todo lo que hay vale; con resultado/);
  assert.match(lines.out, /2 de 3 \(1, 2, 3\) – abrieron 1, 2/);
  assert.ok(lines.out.includes(document.head));
  for (const name of await readdir(keys)) assert.equal((await stat(join(keys, name))).mode & 0o077, 0, name);
});

test('ballot: a changed byte is a finding with its place and ends with 1, no archive ends with 2', async () => {
  const { archive, folder } = await sample('single');
  const bytes = await readFile(archive);
  const at = bytes.lastIndexOf('"result":[[') + 11;
  bytes[at] = bytes[at] === 0x30 ? 0x31 : 0x30;
  const changed = join(folder, 'changed.bel');
  await writeFile(changed, bytes);
  const ran = await cabildo(['ballot', 'verify', changed]);
  assert.equal(ran.code, 1, ran.err);
  assert.match(ran.out, /NOT VALID \([0-9]+ findings\)/);
  assert.match(ran.out, /result\[0\]\[0\]: The result is not what the sum gives\. {2}\[result-differs\]/);
  assert.match(ran.out, /\[hash-differs\]/);
  for (const file of [join(folder, 'questions.json'), join(folder, 'none.bel'), folder])
    assert.equal((await cabildo(['ballot', 'verify', file])).code, 2, file);
});

test('ballot: what an archive is called cannot write another verdict', async () => {
  const folder = await scratch();
  const named =
    '{"name":"N\\u001b[2J","questions":[{"answers":["a","b"],"min":1,"max":1,"question":"Q\\n    a: 999"}]}';
  await writeFile(join(folder, 'questions.json'), named);
  const options = ['--voters', '1', '--trustees', 'single', '--questions', join(folder, 'questions.json')];
  const made = await cabildo(['ballot', 'sample', ...options, '--out', join(folder, 'out'), '--json']);
  const { out, code } = await cabildo(['ballot', 'verify', JSON.parse(made.out).file]);
  assert.equal(code, 0);
  assert.match(out, /N\\u001b\[2J/);
  assert.match(out, /^ {2}Q\\u000a {4}a: 999$/m);
  assert.ok(!out.includes('\u001b') && !/^ {4}a: 999$/m.test(out));
});

test('ballot: the tally opens a closed box, a stranger’s key is named, and the archive only grows', async () => {
  const { before, archive, keys, folder } = await sample('3of3');
  const out = join(folder, 'opened.bel');
  await writeFile(join(keys, 'other.privkey'), '"12345"\n');
  const opened = await cabildo(['ballot', 'tally', before, '--keys', keys, '--out', out]);
  assert.equal(opened.code, 0, opened.err);
  assert.match(opened.err, /other\.privkey: neither key nor part/);
  const verified = await cabildo(['ballot', 'verify', out, '--json']);
  const expected = await cabildo(['ballot', 'verify', archive, '--json']);
  assert.equal(verified.code, 0, verified.err);
  assert.deepEqual(JSON.parse(verified.out).result, JSON.parse(expected.out).result);
  assert.equal((await cabildo(['ballot', 'verify-diff', before, out])).code, 0);
  assert.equal((await cabildo(['ballot', 'verify-diff', out, before])).code, 1);
  const other = await cabildo(['ballot', 'verify-diff', archive, out]);
  assert.equal(other.code, 1);
  assert.match(other.out, /differs in entry/);
  const nonsense = await cabildo(['ballot', 'verify-diff', archive, join(folder, 'questions.json')]);
  assert.deepEqual([nonsense.code, /differs in entry 1 BELENIOS/.test(nonsense.out)], [1, true]);
  const nowhere = join(folder, 'none', 'opened.bel');
  const lost = await cabildo(['ballot', 'tally', before, '--keys', keys, '--out', nowhere]);
  assert.deepEqual([lost.code, lost.err.includes(`The folder ${join(folder, 'none')} does not exist`)], [2, true]);
});

test('ballot: a missing part is named, what there is is written, and whoever is missing goes on from there', async () => {
  const { before, keys, folder } = await sample('3of3');
  const [early, late, first, second] = ['early', 'late', 'first.bel', 'second.bel'].map((name) => join(folder, name));
  for (const place of [early, late]) await mkdir(place as string);
  for (const owner of [1, 2])
    await rename(join(keys, `trustee-${owner}.privkey`), join(early as string, `${owner}.privkey`));
  await rename(join(keys, 'trustee-3.privkey'), join(late as string, '3.privkey'));
  const begun = await cabildo(['ballot', 'tally', before, '--keys', early as string, '--out', first as string]);
  assert.equal(begun.code, 1, begun.err);
  assert.match(begun.out, /The part of 1 of the trustees 3 is missing/);
  const ended = await cabildo([
    'ballot',
    'tally',
    first as string,
    '--keys',
    late as string,
    '--out',
    second as string,
  ]);
  assert.equal(ended.code, 0, ended.err);
  assert.equal((await cabildo(['ballot', 'verify', second as string])).code, 0);
});

test('ballot: a wrong part made elsewhere is named and left out, and the others suffice', async () => {
  const { before, archive, keys, folder } = await sample('2of3');
  const text = await readFile(archive, 'latin1');
  const [part = ''] = /\{"decryption_factors":.*?\]\]\}/.exec(text) ?? [];
  await writeFile(join(keys, 'two.decryption.json'), `${part}\n{"owner":2,"payload":"${'0'.repeat(64)}"}\n`);
  await rm(join(keys, 'trustee-2.privkey'));
  const out = join(folder, 'opened.bel');
  const ran = await cabildo(['ballot', 'tally', before, '--keys', keys, '--out', out, '--json']);
  assert.equal(ran.code, 0, ran.err);
  assert.deepEqual(JSON.parse(ran.out).bad, [2]);
  assert.match(ran.err, /Trustee 2: the part is not proven/);
  const verified = JSON.parse((await cabildo(['ballot', 'verify', out, '--json'])).out);
  assert.deepEqual([verified.ok, verified.trustees[0].decrypted], [true, [1, 3]]);
});

test('ballot: what was mistyped is told', async () => {
  const folder = await scratch();
  const base = ['ballot', 'sample', '--questions', 'default', '--out', join(folder, 'x')];
  for (const more of [
    ['--voters', '0', '--trustees', 'single'],
    ['--voters', '2', '--trustees', '1of1'],
    ['--voters', '2', '--trustees', 'single', '--revotes', '3'],
    ['--voters', '2', '--trustees', 'single', '--group', 'Ed25519'],
  ])
    assert.equal((await cabildo([...base, ...more])).code, 2, more.join(' '));
  await writeFile(join(folder, 'bad.json'), '[{"answers":["a"],"min":2,"max":1,"question":""}]');
  await writeFile(
    join(folder, 'heavy.json'),
    `{"questions":${questions},"weights":["1000000000000000000000000000000000000000"]}`,
  );
  const bad = ['ballot', 'sample', '--voters', '1', '--trustees', 'single', '--out', join(folder, 'y')];
  for (const [name, place] of [
    ['bad.json', 'questions[0]'],
    ['heavy.json', 'weights'],
  ] as const) {
    const ran = await cabildo([...bad, '--questions', join(folder, name)]);
    assert.deepEqual([ran.code, ran.err.includes(`${name}: ${place}`)], [2, true], ran.err);
    assert.equal(ran.err.includes('samples/ballot/assembly.json'), name === 'bad.json');
  }
});
