// The pages of a ballot: served as they were built, and their hash that the book has, made as anybody can make it again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ballotPageFiles } from '../../src/http/ballot-page.ts';
import { createServer } from '../../src/http/create-server.ts';
import { withServer } from './http-fixture.ts';

async function withBuilt(work: (web: string) => Promise<void>): Promise<void> {
  const web = await mkdtemp(join(tmpdir(), 'cabildo-built-'));
  try {
    await mkdir(join(web, 'ballot', 'assets'), { recursive: true });
    await writeFile(join(web, 'ballot', 'index.html'), '<!doctype html><title>Voto</title>');
    await writeFile(join(web, 'ballot', 'trustee.html'), '<!doctype html><title>Custodio</title>');
    await writeFile(join(web, 'ballot', 'assets', 'index-1.js'), 'vote();');
    await writeFile(join(web, 'ballot', 'assets', 'index-1.js.gz'), 'packed');
    await work(web);
  } finally {
    await rm(web, { recursive: true, force: true });
  }
}

test('given a built client, when its hash is made with coreutils, then it is the one that goes into the book', async () => {
  await withBuilt(async (web) => {
    const { files, hash } = await ballotPageFiles(web);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['assets/index-1.js', 'index.html', 'trustee.html'],
    );
    const script = 'sha256sum assets/index-1.js index.html trustee.html | sha256sum | cut -c1-64';
    const again = execFileSync('sh', ['-c', script], { cwd: join(web, 'ballot'), encoding: 'utf8' }).trim();
    assert.equal(Buffer.from(hash, 'base64').toString('hex'), again);
    await writeFile(join(web, 'ballot', 'assets', 'index-1.js'), 'tell();');
    assert.notEqual((await ballotPageFiles(web)).hash, hash);
  });
});

test('given a built client, when a page of the ballot is asked for, then it comes without a cookie, and its fragment is for nobody', async () => {
  await withBuilt(async (web) => {
    await withServer(async ({ node }) => {
      const app = createServer({ node, web });
      const get = async (url: string) => {
        const { statusCode, headers, body } = await app.inject({ url });
        assert.equal(headers['set-cookie'], undefined);
        return { statusCode, body, type: String(headers['content-type']), policy: headers['content-security-policy'] };
      };
      for (const letter of ['v', 'c', 't', 'h']) {
        const { statusCode, type, policy, body } = await get(`/ballot/${letter}/NwCLjPBvfL7iB8`);
        assert.deepEqual([statusCode, type], [200, 'text/html; charset=utf-8']);
        assert.match(String(policy), /default-src 'self'/);
        assert.match(body, /Voto/);
      }
      assert.match((await get('/ballot/t/file')).body, /Custodio/);
      const script = await get('/ballot/assets/index-1.js');
      assert.deepEqual([script.statusCode, script.body], [200, 'vote();']);
      for (const path of ['/ballot/assets/..%2Findex.html', '/ballot/assets/none.js', '/ballot/x/NwCLjPBvfL7iB8'])
        assert.equal((await get(path)).statusCode, 404, path);
      await app.close();
    });
  });
});

test('given a client that is not built, when a page is asked for, then there is none, and the rest goes on', async () => {
  await withServer(async ({ get }) => {
    assert.equal((await get('/ballot/v/NwCLjPBvfL7iB8')).status, 404);
    assert.equal((await get('/ballot/assets/index-1.js')).status, 404);
    assert.equal((await get('/healthz')).status, 200);
  });
});
