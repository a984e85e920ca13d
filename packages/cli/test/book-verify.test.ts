import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { actCode, type BookReport } from '@cabildo/book';
import { emptyBook } from '../../book/test/fixtures.ts';
import { cabildo, scratch } from './cabildo.ts';
import { type BookOnDisk, bookOnDisk } from './files-of-book.ts';

let sample: BookOnDisk;
before(async () => {
  sample = await bookOnDisk();
});

const verify = (...args: string[]) => cabildo(['book', 'verify', ...args]);

async function copyOfSample(): Promise<string> {
  const directory = join(await scratch(), 'copy');
  await cp(sample.directory, directory, { recursive: true });
  return directory;
}

/** Changes one byte inside act `index`, so that it stays readable JSON. */
async function changeAct(directory: string, index: number): Promise<void> {
  const file = join(directory, 'tile/entries', index < 256 ? '000' : '001.p/44');
  const bytes = await readFile(file);
  const entry = Buffer.from(sample.book.entries[index] as Uint8Array);
  const at = bytes.indexOf(entry) + entry.indexOf('"yes":') + '"yes":'.length;
  bytes[at] = bytes[at] === 0x39 ? 0x38 : 0x39;
  await writeFile(file, bytes);
}

test('a good book', async () => {
  const ran = await verify(sample.directory, '--key', sample.vkey);
  assert.equal(ran.code, 0, ran.out + ran.err);
  assert.match(ran.out, /^el-alto\.example\/villa-ingenio: 300 acts/);
  assert.match(ran.out, /The book is whole/);
  assert.equal(ran.err, '');
});

test('the same in several threads, as JSON', async () => {
  const ran = await verify(sample.directory, '--key', sample.vkey, '--workers', '2', '--json');
  assert.equal(ran.code, 0, ran.out + ran.err);
  const report: BookReport = JSON.parse(ran.out);
  assert.equal(report.ok, true);
  assert.equal(report.size, 300);
  assert.equal(report.counts.sealed, 2);
});

test('a key out of the very folder is taken, and the reader is told', async () => {
  const ran = await verify(sample.directory, '--key', join(sample.directory, 'key.txt'), '--lang', 'es');
  assert.equal(ran.code, 0, ran.out + ran.err);
  assert.match(ran.out, /la llave vino de la misma carpeta/);
});

test('one changed byte is found and the act named', async () => {
  const directory = await copyOfSample();
  await changeAct(directory, 270);
  const code = actCode(sample.book.hashes[270] as Uint8Array);
  const ran = await verify(directory, '--key', sample.vkey);
  assert.equal(ran.code, 1);
  assert.match(ran.out, new RegExp(`act 270 VoteClosed ${code.slice(0, 5)}-${code.slice(5)}: .*was changed`));
  for (const workers of ['1', '2']) {
    const json = await verify(directory, '--key', sample.vkey, '--workers', workers, '--json');
    assert.equal(json.code, 1);
    const report: BookReport = JSON.parse(json.out);
    assert.deepEqual(
      report.findings.map(({ code: finding, index, act, actCode: named }) => [finding, index, act, named]),
      [['entry-differs', 270, 'VoteClosed', code]],
    );
  }
});

test('another book’s key, and another key under the same name', async () => {
  const other = await verify(sample.directory, '--key', emptyBook('el-alto.example/other').vkey);
  assert.equal(other.code, 1);
  assert.match(
    other.out,
    /it says it is el-alto\.example\/villa-ingenio, and the given key is that of el-alto\.example\/other/,
  );
  for (const wrong of [sample.vkey.slice(0, -6), sample.vkey.replace(/.(.{8})$/, (_, end) => `0${end}`)]) {
    const mistyped = await verify(sample.directory, '--key', wrong);
    assert.equal(mistyped.code, 2);
    assert.match(mistyped.err, /copied wrongly/);
  }
});

test('truncated files are found', async () => {
  const directory = await copyOfSample();
  await truncate(join(directory, 'tile/entries/000'), 5_000);
  const cut = await verify(directory, '--key', sample.vkey);
  assert.equal(cut.code, 1);
  assert.match(cut.out, /entries-damaged/);
  await rm(join(directory, 'tile/entries/000'));
  const gone = await verify(directory, '--key', sample.vkey);
  assert.equal(gone.code, 1);
  assert.match(gone.out, /tile\/entries\/000, entries-missing/);
});

test('what is no book is told from what is half of one', async () => {
  const directory = await copyOfSample();
  await rm(join(directory, 'checkpoint'));
  const half = await verify(directory, '--key', sample.vkey);
  assert.equal(half.code, 2);
  assert.match(half.err, /half-written export/);

  const parent = await verify(join(sample.directory, '..'), '--key', sample.vkey);
  assert.equal(parent.code, 2);
  assert.match(parent.err, /not a book's folder\.\n {2}There are books in: .*book/);

  const empty = join(await scratch(), 'empty');
  await mkdir(empty);
  assert.equal((await verify(empty, '--key', sample.vkey)).code, 2);
  assert.match((await verify(join(empty, 'none'), '--key', sample.vkey)).err, /none does not exist/);
  assert.match((await verify(join(sample.directory, 'key.txt'), '--key', sample.vkey)).err, /is a file, not a book/);
  assert.equal((await readdir(empty)).length, 0);
});

test('a book whose bytes are whole and whose acts break the rules', async () => {
  // The sample is made of bytes that verify; as an assembly's book it makes no sense.
  const ran = await verify(sample.directory, '--key', sample.vkey, '--rules', '--json');
  assert.equal(ran.code, 1);
  const { ok, findings, rules } = JSON.parse(ran.out);
  assert.deepEqual([ok, findings, rules.ok], [false, [], false]);
  assert.ok(rules.differences.length > 0);
});

test('a garbled head', async () => {
  const directory = await copyOfSample();
  await writeFile(join(directory, 'checkpoint'), 'no note at all');
  const ran = await verify(directory, '--key', sample.vkey, '--json');
  assert.equal(ran.code, 1);
  assert.equal(JSON.parse(ran.out).findings[0].code, 'checkpoint-malformed');
});

test('unusable numbers of threads', async () => {
  for (const workers of ['0', '2.5', 'many', '65']) {
    assert.equal((await verify(sample.directory, '--key', sample.vkey, '--workers', workers)).code, 2);
  }
});
