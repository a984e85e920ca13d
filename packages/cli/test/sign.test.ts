// An officer's key made and used from the command line.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { verifyBook } from '@cabildo/book';
import { nodeCrypto, openDirectory } from '@cabildo/book/node';
import { cabildo } from './cabildo.ts';
import { startNode } from './node-process.ts';

const folder = await mkdtemp(join(tmpdir(), 'cabildo-sign-'));
after(() => rm(folder, { recursive: true, force: true }));

const statuteFile = new URL('../../../samples/distrito-6/estatutos/junta.json', import.meta.url);

test('a founder makes a key, signs in with the card and seals the founding; anyone verifies the seal', async () => {
  const key = join(folder, 'fundadora.pem');
  const made = await cabildo(['key', 'new', '--out', key, '--json']);
  assert.equal(made.code, 0, made.err);
  const { publicKey } = JSON.parse(made.out);
  assert.equal((await stat(key)).mode & 0o777, 0o600);
  const again = await cabildo(['key', 'new', '--out', key]);
  assert.equal(again.code, 2, 'a key is never written over');

  const node = await startNode();
  const response = await fetch(`${node.url}/api/bodies`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${node.operatorToken}`,
      'idempotency-key': 'found',
    },
    body: JSON.stringify({
      name: 'villa-ingenio',
      title: 'Villa Ingenio',
      kind: 'base',
      founder: { name: 'Justina Choque', key: publicKey },
      statute: JSON.parse(await readFile(statuteFile, 'utf8')),
      provisionalDays: 30,
    }),
  });
  const founded = (await response.json()) as { card: { words: { es: string } } };
  assert.equal(response.status, 201, JSON.stringify(founded));
  const line = ['sign', 'villa-ingenio', '0', '--key', key, '--node', node.url, '--json'];

  const without = await cabildo(line);
  assert.equal(without.code, 2, 'the first time the card is needed');
  const sealed = await cabildo([...line, '--card', founded.card.words.es]);
  assert.equal(sealed.code, 0, sealed.err + sealed.out);
  assert.equal(JSON.parse(sealed.out).sealedBy, 2);
  const session = await stat(`${key}.villa-ingenio.session`);
  assert.equal(session.mode & 0o777, 0o600);
  const retried = await cabildo(line);
  assert.deepEqual([retried.code, JSON.parse(retried.out).sealedBy], [0, 2], 'a retry gets the first answer');

  const out = join(folder, 'libro');
  assert.equal((await cabildo(['book', 'export', 'villa-ingenio', '--out', out, '--node', node.url])).code, 0);
  const report = await verifyBook(
    openDirectory(out),
    (await readFile(join(out, 'key.txt'), 'utf8')).trim(),
    nodeCrypto,
  );
  assert.deepEqual(report.findings, []);
  await node.stop();
});

test('whoever founds and commands from this machine signs with the same card, founded without anything but the command line', async () => {
  const key = join(folder, 'otra.pem');
  const { publicKey } = JSON.parse((await cabildo(['key', 'new', '--out', key, '--json'])).out);
  const node = await startNode();
  const env = { XDG_STATE_HOME: join(folder, 'state') };
  const input = {
    title: 'Río Seco',
    kind: 'base',
    founder: { name: 'Justina Choque', key: publicKey },
    statute: JSON.parse(await readFile(statuteFile, 'utf8')),
    provisionalDays: 30,
  };
  const founding = [
    'do',
    'rio-seco',
    'FoundBody',
    '--input',
    JSON.stringify(input),
    '--node',
    node.url,
    '--key',
    'f-1',
  ];
  const stranger = await cabildo([...founding, '--data', folder], { env });
  assert.equal(stranger.code, 2, 'only the operator founds');
  assert.match(stranger.err, /operator/);
  const told = await cabildo([...founding, '--data', node.data], { env });
  assert.equal(told.code, 0, told.err + told.out);
  assert.match(told.out, /^el-alto\.example\/rio-seco\n/);
  const founded = JSON.parse((await cabildo([...founding, '--data', node.data, '--json'], { env })).out);
  assert.ok(told.out.includes(founded.card.words.en), 'the same key gives the same card');
  const again = await cabildo([...founding, '--data', node.data, '--key', 'f-2', '--json'], { env });
  assert.deepEqual([again.code, JSON.parse(again.out).code], [1, 'body-exists']);
  const other = await cabildo([
    'do',
    'otra-junta',
    ...founding.slice(2),
    '--input',
    JSON.stringify({ ...input, name: 'x-y' }),
  ]);
  assert.equal(other.code, 2);

  const card = ['--card', founded.card.words.es, '--node', node.url];
  const enrolled = await cabildo(['do', 'rio-seco', 'EnrolMember', '--input', '{"name":"Nicanor"}', ...card], { env });
  assert.equal(enrolled.code, 0, enrolled.err + enrolled.out);
  const sealed = await cabildo(['sign', 'rio-seco', '0', '--key', key, ...card, '--json'], { env });
  assert.equal(sealed.code, 0, sealed.err + sealed.out);

  const { member } = JSON.parse(enrolled.out.split('\n').at(-2) ?? '');
  const issue = ['do', 'rio-seco', 'IssueCard', '--input', JSON.stringify({ member }), '--node', node.url, '--json'];
  const words = JSON.parse((await cabildo(issue, { env })).out).answer.card.words.en;
  const second = [
    'do',
    'rio-seco',
    'RecordThreat',
    '--input',
    '{"act":0,"text":"x"}',
    '--card',
    words,
    '--node',
    node.url,
  ];
  const mistaken = await cabildo(second, { env });
  assert.equal(mistaken.code, 2);
  assert.match(mistaken.err, /--session/, 'a session of another person is here: that is what is wrong, not the card');
  const own = await cabildo([...second, '--session', join(folder, 'own.session')], { env });
  assert.equal(own.code, 0, own.err + own.out);
  await node.stop();
});

test('what is no key, no act and no number is told so', async () => {
  const junk = join(folder, 'junk.pem');
  await writeFile(junk, 'not a key');
  for (const line of [
    ['sign', 'villa-ingenio', '0', '--key', junk],
    ['sign', 'villa-ingenio', '0', '--key', join(folder, 'nowhere.pem')],
    ['sign', 'villa-ingenio', 'zero', '--key', junk],
    ['sign', 'villa-ingenio'],
    ['key', 'new', '--out', join(folder, 'no', 'such', 'folder.pem')],
  ]) {
    const ran = await cabildo(line);
    assert.equal(ran.code, 2, line.join(' '));
    assert.doesNotMatch(ran.err, /\n\s+at |This should not happen/, line.join(' '));
  }
});
