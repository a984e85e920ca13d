// The office: one page for all its addresses, and its files.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createServer } from '../../src/http/create-server.ts';
import { withServer } from './http-fixture.ts';

test('given a built client, when any address of the office is opened, then it is the one page; its files come by their names', async () => {
  const web = await mkdtemp(join(tmpdir(), 'cabildo-built-'));
  try {
    await mkdir(join(web, 'office', 'assets'), { recursive: true });
    await writeFile(join(web, 'office', 'index.html'), '<!doctype html><title>Oficina</title>');
    await writeFile(join(web, 'office', 'assets', 'index-1.js'), 'found();');
    await withServer(async ({ node }) => {
      const app = createServer({ node, web });
      for (const url of ['/office', '/office/founding', '/office/statute/villa-ingenio']) {
        const { statusCode, headers, body } = await app.inject({ url });
        assert.deepEqual([statusCode, headers['content-type']], [200, 'text/html; charset=utf-8']);
        assert.match(String(headers['content-security-policy']), /default-src 'self'/);
        assert.match(body, /Oficina/);
      }
      assert.equal((await app.inject({ url: '/office/assets/index-1.js' })).body, 'found();');
      for (const url of ['/office/assets/..%2Findex.html', '/office/assets/none.js'])
        assert.equal((await app.inject({ url })).statusCode, 404, url);
      await app.close();
    });
  } finally {
    await rm(web, { recursive: true, force: true });
  }
});

test('given a client that is not built, when the office is opened, then there is none, and the rest goes on', async () => {
  await withServer(async ({ get }) => {
    assert.equal((await get('/office')).status, 404);
    assert.equal((await get('/office/founding')).status, 404);
    assert.equal((await get('/healthz')).status, 200);
  });
});
