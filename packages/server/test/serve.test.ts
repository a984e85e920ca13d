import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateKey } from '@cabildo/book/node';
import { serve } from '../src/serve.ts';
import { freshDatabase } from './database.ts';
import { readEvents } from './http/event-reader.ts';
import { founding } from './http/http-fixture.ts';

test('a node serves, closes with all that is under way answered, and goes on where it was', async () => {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-serve-'));
  const options = { port: 0, dataDir, name: 'el-alto.example', databaseUrl: database.url, pullEveryMs: 0 };
  try {
    const first = await serve(options);
    const input = founding('villa-ingenio', 'base', generateKey().signer);
    const headers = {
      authorization: `Bearer ${first.node.operatorToken}`,
      'content-type': 'application/json',
      'idempotency-key': 'found',
    };
    const made = await fetch(`${first.url}/api/bodies`, { method: 'POST', headers, body: JSON.stringify(input) });
    assert.equal(made.status, 201);
    const followed = await readEvents(`${first.url}/api/bodies/villa-ingenio/events?from=0`);
    await followed.take(2);
    await Promise.all([first.close(), first.close()]);
    await followed.ended;
    await assert.rejects(fetch(`${first.url}/healthz`));

    const second = await serve(options);
    try {
      const { bodies } = (await (await fetch(`${second.url}/api/bodies`)).json()) as { bodies: { body: string }[] };
      assert.deepEqual(
        bodies.map(({ body }) => body),
        ['villa-ingenio'],
      );
      const heads = await (await fetch(`${second.url}/books/heads/checkpoint`)).text();
      assert.match(heads, /^el-alto\.example\/heads\n1\n/);
      await assert.rejects(serve(options), /another Cabildo process/);
    } finally {
      await second.close();
    }
  } finally {
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
