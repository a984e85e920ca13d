import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

const blt = '3 1\n3 1 0\n3 2 0\n1 3 0\n0\n"Ana"\n"Beto"\n"Cira"\n"Mesa"\n';

test('count: a document alone, its shape, and the lot that comes back', async () => {
  const file = join(await scratch(), 'mesa.blt');
  await writeFile(file, blt);
  const open = await cabildo(['count', file, '--method', 'plurality', '--json']);
  assert.equal(open.code, 1, open.err);
  const document = JSON.parse(open.out);
  assert.deepEqual(Object.keys(document), [
    'method',
    'options',
    'seats',
    'ballots',
    'quota',
    'elected',
    'stages',
    'lotsRequired',
  ]);
  assert.deepEqual(document.ballots, { total: '7', valid: '7', blank: '0', invalid: '0' });
  assert.deepEqual(document.lotsRequired.tied, ['1', '2']);
  for (const lot of [
    ['--lot', '2'],
    ['--lot', '3', '2'],
    ['--lot=3', '--lot', '2'],
  ]) {
    const closed = await cabildo(['count', file, '--method', 'plurality', ...lot, '--json', '--lang', 'es']);
    assert.equal(closed.code, 0, closed.err);
    assert.deepEqual(JSON.parse(closed.out).elected, [{ id: '2', name: 'Beto', stage: 2 }]);
    assert.match(JSON.parse(closed.out).stages[0].explanation, /Se cuenta/);
  }
});

test('count: options after each other, a page and a table beside', async () => {
  const folder = await scratch();
  const file = join(folder, 'mesa.blt');
  await writeFile(file, blt);
  const [html, csv] = [join(folder, 'r.html'), join(folder, 'r.csv')];
  const ran = await cabildo([
    'count',
    '--method',
    'scottish-stv',
    '--seats',
    '2',
    '--option',
    'precision=3',
    'quota=hare',
    '--html',
    html,
    '--csv',
    csv,
    file,
  ]);
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /Elected: Ana, Beto/);
  assert.match(await readFile(html, 'utf8'), /^<!doctype html>/);
  assert.match(await readFile(csv, 'utf8'), /3\.000/);
});

test('count: bad input ends with 2, and says where', async () => {
  const file = join(await scratch(), 'mesa.blt');
  await writeFile(file, blt.replace('1 3 0', '1 9 0'));
  const ran = await cabildo(['count', file, '--method', 'irv']);
  assert.deepEqual([ran.code, ran.out], [2, '']);
  assert.match(ran.err, /mesa\.blt:4:3 There is no candidate “9”/);
  for (const [line, said] of [
    [['--method', 'nonsense'], /The method nonsense is not known/],
    [['--method', 'irv', '--option', 'x'], /“=” is missing/],
    [['--method', 'irv', '--seats', 'x'], /is no number/],
  ] as const) {
    await writeFile(file, blt);
    const wrong = await cabildo(['count', file, ...line]);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, said);
  }
});

test('count: a vacancy is filled by the rule of the election, whose result is handed in; another rule ends with 2', async () => {
  const folder = await scratch();
  const [file, result] = [join(folder, 'mesa.blt'), join(folder, 'result.json')];
  await writeFile(file, '4 2\n9 1 4 2 0\n6 2 3 0\n4 3 2 0\n3 4 3 0\n0\n"Ana"\n"Beto"\n"Cira"\n"Dora"\n"Mesa"\n');
  const count = ['count', file, '--method', 'scottish-stv'];
  const election = await cabildo([...count, '--option', 'vacancy=countback', '--json']);
  await writeFile(result, election.out);
  const filled = await cabildo([...count, '--original', result, '--option', 'vacated=1', '--json']);
  assert.equal(filled.code, 0, filled.err);
  assert.deepEqual(
    JSON.parse(filled.out).elected.map(({ name }: { name: string }) => name),
    ['Dora'],
  );
  for (const [options, said] of [
    [['vacated=1', 'vacancy=recount'], /fixed before the election: vacancy=countback, not vacancy=recount/],
    [['vacated=1', 'vacancy=next-highest'], /there is no “next highest”.*It may be: none, countback, recount/],
    [['vacated=9'], /no candidate “9”/],
  ] as const) {
    const wrong = await cabildo([...count, '--original', result, '--option', ...options]);
    assert.deepEqual([wrong.code, wrong.out], [2, '']);
    assert.match(wrong.err, said);
  }
  for (const text of ['{', '{"method": "scottish-stv"}', '[]']) {
    await writeFile(result, text);
    const wrong = await cabildo([...count, '--original', result, '--option', 'vacated=1']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /result\.json is no/);
  }
});

test('count: parity and origin are options; what no result keeps is bad input', async () => {
  const file = join(await scratch(), 'mesa.blt');
  await writeFile(file, blt.replace('3 2 0', '2 2 0'));
  const count = ['count', file, '--method', 'block', '--seats', '2', '--option', 'group.women=Cira', 'votes=1'];
  const ran = await cabildo([...count, 'min.women=1']);
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /Elected: Ana, Cira/);
  const wrong = await cabildo([...count, 'min.women=2']);
  assert.deepEqual([wrong.code, wrong.out], [2, '']);
  assert.match(wrong.err, /At least 2 of “women” are asked for, but 1 stand/);
});

test('ballots: for the public only where there are enough; scrutineers get them all', async () => {
  const folder = await scratch();
  const [file, out] = [join(folder, 'mesa.blt'), join(folder, 'mesa.abif')];
  await writeFile(file, blt);
  const refused = await cabildo(['ballots', file, '--out', out]);
  assert.equal(refused.code, 2);
  assert.match(refused.err, /7 ballots; with fewer than 30/);
  assert.equal((await cabildo(['ballots', file, '--out', out, '--scrutineers'])).code, 0);
  assert.match(await readFile(out, 'utf8'), /^3:\[1\]$/m);
  assert.equal((await cabildo(['ballots', file, '--out', out, '--least', 'x'])).code, 2);
});
