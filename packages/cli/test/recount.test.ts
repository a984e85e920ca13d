// An election of a book, counted once more from the papers.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Json } from '@cabildo/book';
import { append, emptyBook, exportBook, type TestBook } from '../../book/test/fixtures.ts';
import { closing, playElections } from '../../core/test/federation/story-elections.ts';
import { votedInBox } from '../../core/test/federation/story-secret-election.ts';
import { cabildo, scratch } from './cabildo.ts';
import { writeFiles } from './files-of-book.ts';

type Data = { [name: string]: Json };

/** The story's book as a folder, with the papers and the results beside it. */
async function folderWith(change: (act: string, data: Data) => Data = (_act, data) => data, fed = playElections().fed) {
  const [played] = fed.books.values();
  assert.ok(played);
  const book: TestBook = emptyBook(played.origin);
  for (const { act, at, data, index } of played.acts) {
    const slots = [...played.vault.disclosures].filter(([key]) => key.startsWith(`${index}/`));
    const disclose = Object.fromEntries(slots.map(([key, text]) => [key.slice(key.indexOf('/') + 1), text as Json]));
    const hasAny = slots.length > 0 ? { disclose } : {};
    append(book, act, change(act, structuredClone(data) as unknown as Data), { at, ...hasAny });
  }
  for (const content of played.attached.values())
    book.files.set(`attachments/${createHash('sha256').update(content).digest('hex')}`, Buffer.from(content));
  const directory = join(await scratch(), 'libro');
  await writeFiles(directory, exportBook(book));
  const counts = played.acts.filter(({ act }) => act === 'ElectionCounted').map(({ index }) => index);
  return { directory, vkey: book.vkey, counts };
}

let whole: Awaited<ReturnType<typeof folderWith>>;
before(async () => {
  whole = await folderWith();
});

const recount = (directory: string, act: number | undefined, ...more: string[]) =>
  cabildo(['recount', directory, '--key', whole.vkey, '--act', `${act}`, ...more]);

test('where everybody voted in a secret box the book alone gives what each act says, and a changed sum is found', async () => {
  const played = votedInBox([
    [1, 9, 6],
    [0, 9, 8, 7, 4],
  ]);
  closing(played, played.vote);
  const { directory, vkey, counts } = await folderWith((_act, data) => data, played.fed);
  assert.equal(counts.length, 2);
  for (const act of counts) {
    const ran = await cabildo(['recount', directory, '--key', vkey, '--act', `${act}`, '--json']);
    assert.equal(ran.code, 0, ran.out + ran.err);
  }
  const votes = [
    { number: 1, votes: 6 },
    { number: 2, votes: 9 },
  ];
  const changed = await folderWith((act, data) => {
    if (act !== 'SecretElectionClosed') return data;
    const [, ...others] = data.contests as Json[];
    return { ...data, contests: [{ contest: 1, blank: 1, votes }, ...others] };
  }, played.fed);
  const ran = await cabildo(['recount', changed.directory, '--key', changed.vkey, '--act', `${counts[0]}`]);
  assert.equal(ran.code, 1, ran.out + ran.err);
});

test('the papers give what each act says, before the lot and after it', async () => {
  assert.equal(whole.counts.length, 3);
  for (const act of whole.counts) {
    const ran = await recount(whole.directory, act, '--json');
    assert.equal(ran.code, 0, ran.out + ran.err);
    assert.deepEqual(JSON.parse(ran.out), { ok: true, act, differences: [] });
  }
});

test('a node that writes another result is found by whoever has the papers', async () => {
  const { directory, counts } = await folderWith((act, data) =>
    act === 'ElectionCounted' && data.contest === 2
      ? { ...data, elected: (data.elected as Json[]).toReversed() }
      : data,
  );
  const ran = await recount(directory, counts[1], '--lang', 'es');
  assert.equal(ran.code, 1, ran.err);
  assert.match(ran.out, /no dan lo que dice el acto/);
});

test('papers that are not those of the act, or are not there, are refused; scrutineers hand theirs in', async () => {
  const [act] = whole.counts;
  const directory = join(await scratch(), 'copy');
  await cp(whole.directory, directory, { recursive: true });
  const beside = join(directory, `disclosures/${act}.json`);
  const { slots } = JSON.parse(await readFile(beside, 'utf8'));
  await rm(beside);
  assert.match((await recount(directory, act)).err, /papers are not in the folder/);
  const handed = join(await scratch(), 'papers.json');
  const { salt, disclosure } = slots.scrutiny;
  await writeFile(handed, JSON.stringify({ disclosures: { scrutiny: disclosure }, salts: { scrutiny: salt } }));
  assert.equal((await recount(directory, act, '--papers', handed)).code, 0);
  const other = [String(disclosure[0]).replace('6 1 0', '7 1 0')];
  await writeFile(handed, JSON.stringify({ disclosures: { scrutiny: other }, salts: { scrutiny: salt } }));
  assert.equal((await recount(directory, act, '--papers', handed)).code, 2);
  assert.match((await recount(directory, 0)).err, /not the count of an election/);
});

test('cabildo count on the same file gives the same', async () => {
  const act = whole.counts[1];
  const { slots } = JSON.parse(await readFile(join(whole.directory, `disclosures/${act}.json`), 'utf8'));
  const file = join(await scratch(), 'papers.blt');
  await writeFile(file, slots.scrutiny.disclosure[0]);
  const ran = await cabildo(['count', file, '--method', 'scottish-stv', '--json']);
  assert.equal(ran.code, 0, ran.err);
  const [played] = playElections().fed.books.values();
  const counted = played?.acts[act ?? 0];
  assert.ok(counted);
  const { elected: said } = counted.data as unknown as { elected: { number: number }[] };
  assert.deepEqual(
    JSON.parse(ran.out).elected.map(({ id }: { id: string }) => Number(id)),
    said.map(({ number }) => number),
  );
});
