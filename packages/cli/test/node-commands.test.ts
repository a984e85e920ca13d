import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { before, test } from 'node:test';
import {
  type Convener,
  conveneSitting,
  foundAssembly,
  recordIrregularity,
} from '../../server/test/assembly-over-http.ts';
import { stopFor } from '../src/failure.ts';
import { cabildo, cabildoHere, scratch } from './cabildo.ts';
import { dataIn, type NodeProcess, startNode } from './node-process.ts';

let node: NodeProcess;
let convener: Convener;
let folder: string;
let code: string;

before(async () => {
  folder = await scratch();
  node = await startNode();
  convener = await foundAssembly(node.url, node.operatorToken, 'villa-ingenio');
  const sitting = await conveneSitting(convener, 'convene');
  await Promise.all(
    Array.from({ length: 300 }, (_, i) => recordIrregularity(convener, sitting, `n. ${i}`, `irregularity-${i}`)),
  );
  const last = await recordIrregularity(convener, sitting, 'the last', 'irregularity-last');
  code = last.body.acts?.[0]?.code ?? '';
  assert.match(code, /^[0-9A-Z]{10}$/);
});

const onData = (...args: string[]) => cabildo([...args, '--data', node.data]);
const onDataHere = (...args: string[]) => cabildoHere([...args, '--data', node.data]);

async function filesIn(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.sort().map(async (file) => {
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return [file.slice(directory.length + 1), digest] as const;
  });
  return new Map(await Promise.all(pairs));
}

test('a running node: export, verify, export again', async () => {
  const out = join(folder, 'running');
  const ran = await onData('book', 'export', 'villa-ingenio', '--out', out, '--json');
  assert.equal(ran.code, 0, ran.err);
  const answer = JSON.parse(ran.out);
  assert.equal(answer.from, node.url);
  assert.equal(answer.vkey, convener.key);
  assert.ok(answer.size > 300);
  const verified = await cabildo(['book', 'verify', out, '--key', convener.key, '--rules', '--json']);
  assert.equal(verified.code, 0, verified.out);
  assert.equal(JSON.parse(verified.out).rules.replayed, answer.size);

  const size = answer.size;
  const sitting = await conveneSitting(convener, 'convene-2');
  await recordIrregularity(convener, sitting, 'one more', 'one-more');
  const again = await cabildo(['book', 'export', convener.origin, '--out', out, '--node', node.url, '--json']);
  assert.equal(again.code, 0, again.err);
  assert.deepEqual([JSON.parse(again.out).before, JSON.parse(again.out).size], [size, size + 2]);
  assert.equal((await cabildoHere(['book', 'verify', out, '--key', convener.key])).code, 0);
});

test('export refuses what it would spoil', async () => {
  const full = join(folder, 'full');
  await mkdir(full);
  await writeFile(join(full, 'letter.txt'), 'dear');
  const ran = await onDataHere('book', 'export', 'villa-ingenio', '--out', full);
  assert.equal(ran.code, 2);
  assert.match(ran.err, /is not empty and is not a book/);
  assert.deepEqual(await readdir(full), ['letter.txt']);

  await foundAssembly(node.url, node.operatorToken, 'other');
  const other = join(folder, 'other');
  assert.equal((await onDataHere('book', 'export', 'other', '--out', other)).code, 0);
  const mixed = await onDataHere('book', 'export', 'villa-ingenio', '--out', other);
  assert.equal(mixed.code, 2);
  assert.match(mixed.err, /holds another book than el-alto\.example\/villa-ingenio/);

  const unknown = await onDataHere('book', 'export', 'nobody', '--out', join(folder, 'nobody'));
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /no book of "nobody"\.\n.*villa-ingenio/);
});

test('an export that was cut off is completed', async () => {
  const out = join(folder, 'cut');
  assert.equal((await onDataHere('book', 'export', 'villa-ingenio', '--out', out)).code, 0);
  await rm(join(out, 'checkpoint'));
  await rm(join(out, 'key.txt'));
  assert.equal((await cabildoHere(['book', 'verify', out, '--key', convener.key])).code, 2);
  assert.equal((await onDataHere('book', 'export', 'villa-ingenio', '--out', out)).code, 0);
  assert.equal((await cabildoHere(['book', 'verify', out, '--key', convener.key])).code, 0);
});

test('an act by its code, from node and exported folder', async () => {
  const typed = `${code.slice(0, 4)} ${code.slice(4, 7)}-${code.slice(7)}`.toLowerCase().replaceAll('1', 'l');
  const ran = await onData('act', typed, '--json');
  assert.equal(ran.code, 0, ran.err);
  const [found] = JSON.parse(ran.out).acts;
  assert.equal(found.origin, convener.origin);
  assert.equal(found.act, 'IrregularityRecorded');
  assert.equal(found.entry.data.what, 'the last');
  assert.equal(found.proof.proven, true);

  const out = join(folder, 'for-acts');
  assert.equal((await onDataHere('book', 'export', 'villa-ingenio', '--out', out)).code, 0);
  const inFolder = await cabildoHere(['act', code, '--dir', out, '--key', convener.key]);
  assert.equal(inFolder.code, 0, inFolder.err);
  assert.match(inFolder.out, /is in the book, under the head of \d+ acts signed by el-alto\.example\/villa-ingenio\+/);
  assert.match(inFolder.out, /"what": "the last"/);
});

test('a mistyped code says what is wrong with it', async () => {
  const swapped =
    code[0] === code[1] ? `${code.slice(0, 9)}${code[9] === '0' ? '1' : '0'}` : code[1]! + code[0] + code.slice(2);
  for (const [given, said] of [
    [code.slice(0, 9), /has 9 characters; an act code has ten/],
    [`${code.slice(0, 9)}U`, /"U" is in no act code/],
    [swapped, /copied wrong: one character is another, or two have changed places/],
  ] as const) {
    const ran = await onDataHere('act', given);
    assert.equal(ran.code, 2);
    assert.match(ran.err, said);
  }
  const unknown = await onDataHere('act', '0000000000');
  assert.equal(unknown.code, 1);
  assert.match(unknown.out, /no act here has it/);
});

test('a second node on the same folder, a name that changes, a port that is taken', async () => {
  const second = await onData('serve', '--port', '0');
  assert.equal(second.code, 2);
  assert.match(second.err, /Another Cabildo process is already working on these data/);
  const renamed = await onData('serve', '--port', '0', '--name', 'la-paz.example');
  assert.equal(renamed.code, 2);
  assert.match(renamed.err, /is el-alto\.example, not la-paz\.example/);
  assert.match((await onDataHere('serve', '--port', 'eighty')).err, /a number from 0 to 65535/);

  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const data = dataIn(join(await scratch(), 'data'));
  const taken = await cabildo(['serve', '--data', data, '--name', 'x.example', '--port', String(port)]);
  server.close();
  assert.equal(taken.code, 2);
  assert.match(taken.err, new RegExp(`127\\.0\\.0\\.1:${port} is taken`));
  const unnamed = await cabildoHere(['serve', '--data', join(folder, 'unnamed')]);
  assert.equal(unnamed.code, 2);
  assert.match(unnamed.err, /has no name yet\.\n.*--name/);
});

test('nobody answers; the database cannot be reached; no data folder', async () => {
  const nobody = await cabildo(['book', 'export', 'x', '--out', join(folder, 'x'), '--node', 'http://127.0.0.1:1']);
  assert.equal(nobody.code, 2);
  assert.match(nobody.err, /The node http:\/\/127\.0\.0\.1:1 does not answer/);
  const env = { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' };
  const away = await cabildo(['serve', '--data', join(folder, 'away'), '--name', 'x.example'], { env });
  assert.equal(away.code, 2);
  assert.match(away.err, /127\.0\.0\.1:1\/none.*cannot be used/);
  assert.doesNotMatch(away.err, /secret/);
  for (const command of [['rebuild'], ['act', code], ['book', 'export', 'x', '--out', join(folder, 'y')]]) {
    const ran = await cabildoHere([...command, '--data', join(folder, 'none')]);
    assert.equal(ran.code, 2);
    assert.match(ran.err, /none does not exist/);
  }
  const plain = await cabildoHere(['rebuild', '--data', folder]);
  assert.match(plain.err, /is not a node's data folder/);
});

test('a folder that cannot be made on a read-only medium is said to be just that', () => {
  // What Node says there for all that it would have to make, which is not what is wrong.
  const error = Object.assign(new Error('mkdir'), { code: 'ENOENT', syscall: 'mkdir', path: '/media/stick/data' });
  const said = '/media/stick/data cannot be made: the folder in which it would lie is read-only or missing.';
  assert.ok(stopFor(error).text.en.startsWith(said));
  assert.equal(stopFor({ ...error, code: 'ENOENT', syscall: 'open' }).text.en, '/media/stick/data does not exist.');
});

test('a book goes to another node on a stick, running or stopped', async () => {
  const stick = join(folder, 'stick');
  assert.equal((await onDataHere('book', 'export', 'villa-ingenio', '--out', stick)).code, 0);
  const other = await startNode('la-paz.example');
  const unknown = await cabildoHere(['book', 'import', stick, '--data', other.data]);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /does not know the key of .*\n.*give it with --key/);
  const taken = await cabildo(['book', 'import', stick, '--key', convener.key, '--data', other.data, '--json']);
  assert.equal(taken.code, 0, taken.err + taken.out);
  assert.deepEqual([JSON.parse(taken.out).kind, JSON.parse(taken.out).from], ['pulled', 0]);
  const again = await cabildoHere(['book', 'import', stick, '--data', other.data]);
  assert.match(again.out, /nothing new/);

  const torn = join(folder, 'torn');
  await cp(stick, torn, { recursive: true });
  await rm(join(torn, 'tile/entries'), { recursive: true });
  const fresh = await startNode('oruro.example');
  assert.equal(await fresh.stop(), 0);
  const half = await cabildoHere(['book', 'import', torn, '--key', convener.key, '--data', fresh.data]);
  assert.equal(half.code, 1);
  assert.match(half.out, /nothing was taken \(missing\)/);
  const stopped = await cabildo(['book', 'import', stick, '--key', convener.key, '--data', fresh.data]);
  assert.equal(stopped.code, 0, stopped.err);
  const out = join(folder, 'from-copy');
  assert.equal((await cabildoHere(['book', 'export', convener.origin, '--out', out, '--data', fresh.data])).code, 0);
  const carried = await filesIn(stick);
  // Who saw the head is known from the log of heads, which was not carried along.
  carried.delete('heads.tlog-proof');
  assert.deepEqual(await filesIn(out), carried);
});

test('a stopped node gives the same export, and its projections can be made again', async () => {
  const [running, stopped] = [join(folder, 'same-running'), join(folder, 'same-stopped')];
  assert.equal((await onDataHere('book', 'export', 'villa-ingenio', '--out', running)).code, 0);
  assert.equal(await node.stop(), 0);
  assert.deepEqual((await readdir(node.data)).includes('serving.json'), false);
  const ran = await onData('book', 'export', 'villa-ingenio', '--out', stopped, '--json');
  assert.equal(ran.code, 0, ran.err);
  assert.equal(JSON.parse(ran.out).from, 'data');
  assert.deepEqual(await filesIn(stopped), await filesIn(running));
  assert.equal((await onDataHere('act', code)).code, 0);

  const rebuilt = await onData('rebuild', '--json');
  assert.equal(rebuilt.code, 0, rebuilt.err);
  const { books, rows } = JSON.parse(rebuilt.out);
  assert.equal(books, 2);
  assert.ok(rows > 2);
  assert.equal(JSON.parse((await onDataHere('rebuild', '--json')).out).rows, rows);
});
