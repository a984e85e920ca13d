import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase } from '../database.ts';
import { findPostgres15, startPostgres15 } from './server.ts';

const bin = await findPostgres15();

function runWithout(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const given = { PATH: process.env.PATH ?? '', POSTGRES15_BIN: '/nowhere', ...env };
  return new Promise((resolve) =>
    execFile(process.execPath, [join(import.meta.dirname, 'run.ts')], { env: given }, (error, _out, said) =>
      resolve({ code: Number(error?.code ?? 0), said }),
    ),
  );
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '';
  } finally {
    await client.end();
  }
}

test('without PostgreSQL 15 the run says that it is skipped, and in CI it fails', async () => {
  const skipped = await runWithout({});
  assert.equal(skipped.code, 0);
  assert.match(skipped.said, /^Skipped: there is no PostgreSQL 15 here/);
  const failed = await runWithout({ CI: 'true' });
  assert.equal(failed.code, 1);
  assert.match(failed.said, /^Failed: there is no PostgreSQL 15 here/);
});

test('a cluster of PostgreSQL 15 is started for a run, and nothing of it is left', { skip: bin === null }, async () => {
  const server = await startPostgres15(bin as string);
  try {
    assert.match(await versionOf(server.url), /^15\./);
    await assert.rejects(versionOf(server.url.replace(/postgres:[0-9a-f]+@/, 'postgres:wrong@')), { code: '28P01' });
  } finally {
    await server.remove();
  }
  assert.ok(!existsSync(server.folder));
  await assert.rejects(versionOf(server.url), { code: 'ECONNREFUSED' });
});

const wanted = process.env.CABILDO_TEST_POSTGRES;
test('the test databases of this run are of the version that it names', { skip: wanted === undefined }, async () => {
  const database = await freshDatabase();
  try {
    assert.equal((await versionOf(database.url)).split('.')[0], wanted);
  } finally {
    await database.drop();
  }
});
