import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cargoes, isLife } from '@cabildo/book';
import { passVectors } from '../../../vectors/passes/make.ts';
import { alwaysPasses, essentialServices } from '../../core/src/measure/essential.ts';
import { cabildo, scratch } from './cabildo.ts';

const { list, good, judged } = passVectors();
const [goods, oxygen] = good.map(({ text }) => text) as [string, string];

async function keys(): Promise<string> {
  const file = join(await scratch(), 'senkata.json');
  await writeFile(file, JSON.stringify(list));
  return file;
}

const verify = (...args: readonly string[]) => cabildo(['supply', 'pass', 'verify', ...args]);

test('supply pass verify: a document for programs, and the exit code says whether it passes', async () => {
  const file = await keys();
  for (const about of ['in its window, at its closure', 'expired, and life', 'revoked', 'a torn paper']) {
    const { question, answer, finding } = judged.find((one) => one.about === about) ?? assert.fail(about);
    const block = question.block === undefined ? [] : ['--block', `${question.block.origin}/${question.block.number}`];
    const plate = question.vehicle === undefined ? [] : ['--vehicle', question.vehicle];
    const ran = await verify(question.text ?? '', '--keys', file, '--at', question.at, ...block, ...plate, '--json');
    const said = JSON.parse(ran.out);
    assert.deepEqual([said.answer, said.finding], [answer, finding], about);
    assert.equal(ran.code, answer === 'valid' || answer === 'let-pass' ? 0 : 1, about);
  }
});

test('supply pass verify: from a file, in words, with the age of the list', async () => {
  const folder = await scratch();
  // A file that is called as a text begins.
  const [file, paper] = [await keys(), join(folder, 'CABILDO1.txt')];
  await writeFile(paper, `${goods}\n`);
  const verifyHere = ['--keys', file, '--at', '2026-11-22T07:40:12Z', '--lang', 'es'];
  const ran = await cabildo(['supply', 'pass', 'verify', 'CABILDO1.txt', ...verifyHere], { cwd: folder });
  assert.equal(ran.code, 0, ran.err);
  assert.equal(
    ran.out,
    [
      'Vale: puede pasar.',
      'El salvoconducto vale. Compare la placa y cuente el paso.',
      'otros bienes · 4213ABC · 2026-11-22T06:00:00Z – 2026-11-22T18:00:00Z · 12, 15',
      'La lista de «Junta Senkata» es de hace 2 horas: lo que pasó después no se ve aquí.',
      '',
    ].join('\n'),
  );
  const late = await verify(oxygen, '--keys', file, '--at', '2026-11-22T18:00:00Z', '--lang', 'en');
  assert.match(
    late.out,
    /^The list of “Junta Senkata” is 12 hours old.*\nLet it pass\.\nIt has expired\. Note it, and have it checked afterwards\.\n/,
  );
});

test('supply pass verify: what cannot be read ends with 2, and says where', async () => {
  const file = await keys();
  const broken = join(await scratch(), 'keys.json');
  await writeFile(broken, JSON.stringify({ ...list, keys: [{ ...list.keys[0], until: 'mañana' }] }));
  for (const [args, told] of [
    [[goods, '--keys', broken], /keys\.json: keys\[0\]\.until: what belongs here is a time/],
    [[goods], /--keys/],
    [['no-such-file.txt', '--keys', file], /no-such-file\.txt/],
    [[goods, '--keys', file, '--cargo', 'gold'], /--cargo gold: may be patients/],
    [[goods, '--keys', file, '--block', '12'], /--block 12: a book and an act/],
    [[goods, '--keys', file, '--at', 'noon'], /--at noon: a time like/],
    [[goods, '--keys', fileURLToPath(new URL('.', import.meta.url))], /is a folder/],
    // A device has no size and no end.
    [['/dev/zero', '--keys', file], /\/dev\/zero: more than 10000 bytes/],
    [[goods, '--keys', '/dev/zero'], /\/dev\/zero: more than 2000000 bytes/],
    [['', '--keys', file], /The text is empty/],
    [[goods, '--keys', file, '--at', '2026-11-22T03:00:00-04:00'], /--at .*: a time like 2026-11-22T06:30:00Z/],
  ] as const) {
    const ran = await verify(...args);
    assert.equal(ran.code, 2, ran.out);
    assert.match(ran.err, told);
    assert.doesNotMatch(ran.err, /\n {4}at /);
  }
});

test('supply pass write: what it writes is verified; what the key may not issue is not written', async () => {
  const [file, folder] = [await keys(), await scratch()];
  const pem = join(folder, 'turno.pem');
  const made = await cabildo(['key', 'new', '--out', pem]);
  const publicKey = made.out.split('\n')[0] ?? '';
  assert.ok(createPrivateKey(await readFile(pem)));
  const window = ['--from', '2026-11-22T06:00Z', '--until', '2026-11-22T18:00Z'];
  const write = (...args: readonly string[]) =>
    cabildo(['supply', 'pass', 'write', '--keys', file, '--key', pem, ...window, '--lang', 'en', ...args]);
  const stranger = await write('--cargo', 'goods', '--closures', '12', '--json');
  assert.deepEqual([stranger.code, JSON.parse(stranger.out).error.code], [2, 'key-not-named']);
  await writeFile(file, JSON.stringify({ ...list, keys: [{ ...list.keys[0], key: publicKey }] }));
  const written = await write('--cargo', 'goods', '--vehicle', '4213-abc', '--closures', '15,12', '--json');
  assert.equal(written.code, 0, written.err);
  const { text } = JSON.parse(written.out);
  const checked = await verify(text, '--keys', file, '--at', '2026-11-22T06:30:00Z', '--vehicle', '4213 ABC', '--json');
  assert.equal(JSON.parse(checked.out).finding, 'valid');
  const shown = await write('--cargo', 'oxygen', '--closures', '12');
  assert.match(shown.out, /\nCABILDO1 K7F3 [0-9A-Z]{8} OX - 2611220600-2611221800 12 [0-9A-Z]{103}\noxygen · – /);
  for (const [args, told] of [
    [['--cargo', 'goods', '--closures', '99'], /could not issue it/],
    [['--cargo', 'goods', '--closures', 'x'], /--closures x: numbers of acts/],
    [['--cargo', 'goods', '--closures', '12', '--until', '2026-11-22T05:00Z'], /its end comes after/],
    [['--cargo', 'goods', '--closures', '12', '--from', 'now'], /--from now: a minute/],
  ] as const) {
    const ran = await write(...args);
    assert.equal(ran.code, 2, ran.out);
    assert.match(ran.err, told);
  }
});

test('a pass can name every essential service that a statute can, and life is the same in both', () => {
  assert.deepEqual([...cargoes].sort(), [...essentialServices, 'goods'].sort());
  assert.deepEqual(cargoes.filter(isLife), alwaysPasses);
});
