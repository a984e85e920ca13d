import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase, withDatabase } from './database.ts';

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

test('every test has a database of its own, in UTF-8, sorted by code point', async () => {
  await withDatabase(async (one) => {
    await withDatabase(async (other) => {
      await query(one, 'create table only_here (x int)');
      assert.deepEqual(await query(other, "select to_regclass('only_here')"), [null]);
      assert.deepEqual(await query(one, 'show server_encoding'), ['UTF8']);
      assert.deepEqual(await query(one, "select x from unnest(array['b', 'á', 'Z', 'a']) x order by x"), [
        'Z',
        'a',
        'b',
        'á',
      ]);
    });
  });
});

test('a database can be copied from one made before, and is dropped even while somebody is connected', async () => {
  const model = await freshDatabase();
  await query(model.url, 'create table ready (x int)');
  const copy = await freshDatabase(new URL(model.url).pathname.slice(1));
  assert.deepEqual(await query(copy.url, "select to_regclass('ready')::text"), ['ready']);

  const lingering = new pg.Client({ connectionString: copy.url });
  await lingering.connect();
  const ended = new Promise((resolve) => lingering.on('error', () => undefined).once('end', resolve));
  await copy.drop();
  await ended;
  await model.drop();
  await assert.rejects(query(copy.url, 'select 1'), { code: '3D000' });
});
