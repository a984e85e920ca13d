// Any command of the table from the command line, on a running node, as the holder of a card.
import assert from 'node:assert/strict';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { allCommands } from '@cabildo/core';
import { baseStatute, post } from '../../server/test/assembly-over-http.ts';
import { cabildo, cabildoHere, scratch } from './cabildo.ts';
import { type NodeProcess, startNode } from './node-process.ts';

let node: NodeProcess;
let folder: string;
let words: string;

before(async () => {
  folder = await scratch();
  node = await startNode();
  const input = {
    name: 'villa-ingenio',
    title: 'Villa Ingenio',
    kind: 'base',
    founder: { name: 'Justina Choque', key: Buffer.alloc(32, 7).toString('base64') },
    statute: baseStatute,
    provisionalDays: 60,
  };
  const founded = await post(`${node.url}/api/bodies`, input, node.operatorToken, 'found');
  assert.equal(founded.status, 201, JSON.stringify(founded));
  words = (founded.body as unknown as { card: { words: { es: string } } }).card.words.es;
});

const startsAt = `${new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 19)}Z`;
const sitting = {
  kind: 'founding',
  place: 'Sede social',
  startsAt,
  notice: [{ matter: 'election', title: 'Elección de la directiva' }],
};

const motion = { sitting: 2, matter: 'pact', title: 'x', text: 'x' };

const giving = (command: string, ...more: string[]) =>
  [['do', 'villa-ingenio', command, '--node', node.url, ...more], { env: { XDG_STATE_HOME: folder } }] as const;
const give = (...args: Parameters<typeof giving>) => cabildo(...giving(...args));
const giveHere = (...args: Parameters<typeof giving>) => cabildoHere(...giving(...args));

test('a convener calls a sitting from the command line; the same key does it once; the act is told in words', async () => {
  const line = ['--input', JSON.stringify(sitting), '--key', 'convene-1'];
  const without = await giveHere('ConveneSitting', ...line);
  assert.equal(without.code, 2, without.out);
  assert.match(without.err, /the card is needed/);
  const first = await give('ConveneSitting', ...line, '--card', words, '--lang', 'es');
  assert.equal(first.code, 0, first.err + first.out);
  assert.match(first.out, /^villa-ingenio 2 · SittingConvened · [0-9A-Z]{5}-[0-9A-Z]{5}\n {2}\S.+/);
  const again = await give('ConveneSitting', ...line, '--json');
  assert.equal(again.code, 0, again.err);
  const answer = JSON.parse(again.out);
  assert.deepEqual([answer.ok, answer.key, answer.acts[0].index], [true, 'convene-1', 2]);
  const other = await giveHere(
    'ConveneSitting',
    '--input',
    JSON.stringify({ ...sitting, place: 'Cancha' }),
    '--key',
    'convene-1',
  );
  assert.equal(other.code, 1, 'the same key with another input is no repetition');
});

test('input comes from a file and from standard input, and the session stays readable by its owner alone', async () => {
  const file = join(folder, 'irregularidad.json');
  const input = JSON.stringify({ sitting: 2, what: 'Llovía.', irregularities: ['other'] });
  await writeFile(file, input);
  const session = join(folder, 'own.session');
  const used = await giveHere('RecordIrregularity', '--input', file, '--session', session, '--card', words);
  assert.equal(used.code, 2, 'a card belongs to the first session that used it');
  const fromFile = await giveHere('RecordIrregularity', '--input', file);
  assert.equal(fromFile.code, 0, fromFile.err + fromFile.out);
  const line = ['do', 'villa-ingenio', 'record-irregularity', '--node', node.url, '--input', '-'];
  const piped = await cabildo(line, { env: { XDG_STATE_HOME: folder }, input });
  assert.equal(piped.code, 0, piped.err + piped.out);
  const { readdir } = await import('node:fs/promises');
  const [kept = ''] = await readdir(join(folder, 'cabildo'));
  assert.equal((await stat(join(folder, 'cabildo', kept))).mode & 0o777, 0o600);
});

test('a rule that says no is told in the language asked for, with exit code 1', async () => {
  const line = ['OpenVote', '--input', '{"motion":999,"method":"hands"}'] as const;
  const spanish = await give(...line, '--lang', 'es');
  assert.equal(spanish.code, 1, spanish.err + spanish.out);
  const english = await giveHere(...line, '--json');
  const { ok, code, said, status } = JSON.parse(english.out);
  assert.deepEqual([english.code, ok, code, status], [1, false, 'not-found', 404]);
  assert.notEqual(spanish.out.split('\n')[0], said);
});

test('what has not the form of the table never leaves the machine, and the place is named', async () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['ConveneSitting', JSON.stringify({ ...sitting, notice: [{ matter: 'war', title: 'x' }] }), /\/notice\/0\/matter/],
    ['ConveneSitting', JSON.stringify({ ...sitting, startsAt: undefined }), /\/startsAt is missing/],
    ['ConveneSitting', JSON.stringify({ ...sitting, extra: 1 }), /\/extra/],
    [
      'TableMotion',
      JSON.stringify({ ...motion, proposal: { kind: 'pact' } }),
      /\/proposal\/with is missing\.\n.*text ≤ 120/,
    ],
    ['TableMotion', JSON.stringify({ ...motion, proposal: { kind: 'truce' } }), /\/proposal\/kind(.|\n)*`pact`/],
    ['ConveneSitting', '[]', /no such file|does not exist|ENOENT/i],
    ['ConveneSitting', '{', /is not JSON/],
    ['ConveneSiting', '{}', /There is no command/],
    ['FoundBody', '{}', /\/title is missing/],
  ];
  for (const [command, input, said] of wrong) {
    const ran = await cabildoHere(['do', 'villa-ingenio', command, '--input', input, '--node', 'http://127.0.0.1:1']);
    assert.equal(ran.code, 2, `${command} ${input}`);
    assert.match(ran.err, said);
    assert.doesNotMatch(ran.err, /\n\s+at |This should not happen/);
  }
  const unreachable = await cabildo(['do', 'b', 'PresentRecall', '--input', '{}', '--node', 'http://127.0.0.1:1']);
  assert.equal(unreachable.code, 2);
});

test('every command of the table is listed, and one is shown field by field', async () => {
  const all = await cabildo(['commands']);
  assert.equal(all.code, 0, all.err);
  for (const { name } of allCommands) assert.match(all.out, new RegExp(`^${name} `, 'm'));
  const one = await cabildoHere(['commands', 'openvote', '--lang', 'es']);
  assert.match(one.out, /motion: index of MotionTabled/);
  const document = JSON.parse((await cabildoHere(['commands', 'OpenVote', '--json'])).out);
  assert.deepEqual(document.input.required, ['motion', 'method']);
  assert.equal((await cabildoHere(['commands', 'Nothing'])).code, 2);
  const kinds = await cabildoHere(['commands', 'TableMotion']);
  assert.match(kinds.out, /^ {4}exempt-service +\S/m);
  const mandate = await cabildoHere(['commands', 'TableMotion', 'mandate']);
  assert.match(mandate.out, /^ {4}redLines\?: text ≤ 400$/m);
  assert.equal((await cabildoHere(['commands', 'TableMotion', 'truce'])).code, 2);
  assert.equal((await cabildoHere(['commands', 'OpenVote', 'mandate'])).code, 2);
});
