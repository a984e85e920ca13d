// Where the database of a data folder lies when root starts the node.
import assert from 'node:assert/strict';
import { cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { removeDatabase } from '../../src/store/postgres/index.ts';
import { ask, emptyBench } from './holding.ts';

const options = { skip: process.getuid?.() !== 0 && 'needs root' };

test('as root the data lie in a place of their own, which the data folder names', options, async (t) => {
  const { dataDir, start } = await emptyBench(t);
  const database = await start();
  assert.match(database.place, /^\/var\/lib\/cabildo\/data\/[0-9a-f]{12}-data\/data$/);
  assert.notEqual((await stat(database.place)).uid, 0);
  const note = JSON.parse(await readFile(join(dataDir, 'database-place.json'), 'utf8'));
  assert.equal(note.database, dirname(database.place));
  assert.deepEqual(await readdir(dataDir), ['database-place.json']);

  await database.stop();
  await removeDatabase(dataDir);
  assert.deepEqual(await readdir(dataDir), []);
  await assert.rejects(stat(dirname(database.place)), { code: 'ENOENT' });
});

test('a data folder that was moved keeps its database; a copy of one is refused', options, async (t) => {
  const { dataDir, start } = await emptyBench(t);
  const first = await start();
  await ask(first.url, 'create table kept as select 7 as x');
  await first.stop();

  const copied = `${dataDir}-copied`;
  await cp(dataDir, copied, { recursive: true });
  await assert.rejects(start({ dataDir: copied }), /is a copy of .*cabildo backup.*cabildo restore/);

  await rm(copied, { recursive: true });
  const moved = `${dataDir}-moved`;
  await rename(dataDir, moved);
  const second = await start({ dataDir: moved });
  assert.equal(second.place, first.place);
  assert.equal(await ask(second.url, 'select x from kept'), 7);
  await second.stop();
  await removeDatabase(moved);
});

test('a data folder emptied by hand begins anew, and its old database is kept aside', options, async (t) => {
  const { dataDir, start } = await emptyBench(t);
  const first = await start();
  await ask(first.url, 'create table kept as select 7 as x');
  await first.stop();
  await rm(dataDir, { recursive: true });

  const lines: string[] = [];
  const second = await start({ log: (line) => lines.push(line) });
  await assert.rejects(ask(second.url, 'select x from kept'), { code: '42P01' });
  const aside = lines.flatMap((line) => /kept as (\S+)/.exec(line)?.[1] ?? [])[0] ?? '';
  assert.equal((await stat(join(aside, 'data', 'PG_VERSION'))).isFile(), true);
  await rm(aside, { recursive: true });
});
