import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BookReader, base64Encode, leafHash, parseVkey, verifyBook, verifyTlogProof } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { stateToJson } from '@cabildo/core';
import { startLoggingHeads } from '../../src/app/exchange/heads.ts';
import { found, hall, type TestServer, voteOn, withServer } from './http-fixture.ts';

/** A book read from the server as a verifier of somebody else's would. */
const overHttp = (server: TestServer, body: string): BookReader => ({
  async read(path) {
    const response = await fetch(`${server.base}/books/${body}/${path}`);
    if (response.status === 404) return undefined;
    assert.equal(response.status, 200, path);
    return new Uint8Array(await response.arrayBuffer());
  },
});

const witness = (n: number) => ({
  name: `Witness ${n}`,
  key: `witness-${n}.example+0123abcd+${base64Encode(new Uint8Array(33).fill(n % 256))}`,
});

test('the static files of a book verify, disclosures and all, with nothing but its key', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const { sitting } = await hall(server, convener, 5);
    await voteOn(server, convener, sitting, 'devices');
    await Promise.all(Array.from({ length: 600 }, (_, i) => server.done(convener, 'AppointWitness', witness(i))));
    const key = (await server.get('/books/villa-ingenio/key.txt')).text.trim();
    assert.equal(key, convener.key);
    const report = await verifyBook(overHttp(server, 'villa-ingenio'), key, nodeCrypto);
    assert.deepEqual(report.findings, []);
    const book = await server.node.book('villa-ingenio');
    assert.deepEqual([report.size, report.root], [book?.size, book?.head.root]);
    assert.ok(report.counts.disclosed > 0);
    const encoded = await verifyBook(overHttp(server, encodeURIComponent(convener.origin)), key, nodeCrypto);
    assert.equal(encoded.ok, true);
  });
});

test('an act is proven to be in the book by one file', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const act = (await server.done(convener, 'AppointWitness', witness(1))).json.acts[0];
    const row = await server.node.act('villa-ingenio', act.index);
    const key = parseVkey(convener.key, nodeCrypto);
    assert.ok(key.ok && row !== null);
    const { text, headers } = await server.get(`/books/villa-ingenio/proof/${act.index}.tlog-proof`);
    assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8');
    const proven = verifyTlogProof(text, leafHash(row.entry, nodeCrypto), key.key, nodeCrypto);
    assert.deepEqual([proven.ok, act.leaf], [true, base64Encode(row.leaf)]);
    assert.equal((await server.get(`/books/villa-ingenio/proof/99.tlog-proof`)).status, 404);
  });
});

test('the log of heads is a book too, and a book proves its head in it', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const heads = await startLoggingHeads(server.node);
    try {
      await heads.flush();
      const key = (await server.get('/books/heads/key.txt')).text.trim();
      assert.match(key, /^el-alto\.example\/heads\+/);
      const checkpoint = (await server.get('/books/heads/checkpoint')).text;
      assert.match(checkpoint, /^el-alto\.example\/heads\n1\n/);
      const proof = await server.get('/books/villa-ingenio/heads.tlog-proof');
      assert.match(proof.text, /^c2sp\.org\/tlog-proof@v1\nindex 0\n/);
      assert.ok(convener.key.length > 0);
    } finally {
      await heads.stop();
    }
  });
});

test('files say how long they hold: full tiles for ever, the head not at all, and who has it is told so', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    await Promise.all(Array.from({ length: 300 }, (_, i) => server.done(convener, 'AppointWitness', witness(i))));
    const expected: [string, string, string][] = [
      ['checkpoint', 'public, no-cache', 'text/plain; charset=utf-8'],
      ['key.txt', 'public, no-cache', 'text/plain; charset=utf-8'],
      ['tile/0/000', 'public, max-age=31536000, immutable', 'application/octet-stream'],
      ['tile/0/001.p/46', 'public, max-age=3600', 'application/octet-stream'],
      ['tile/1/000.p/1', 'public, max-age=3600', 'application/octet-stream'],
      ['tile/entries/000', 'public, max-age=31536000, immutable', 'application/octet-stream'],
      ['tile/entries/001.p/3', 'public, max-age=3600', 'application/octet-stream'],
    ];
    for (const [path, cache, type] of expected) {
      const url = `/books/villa-ingenio/${path}`;
      const { status, headers } = await server.get(url);
      assert.deepEqual([status, headers.get('cache-control'), headers.get('content-type')], [200, cache, type], path);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; sandbox$/);
      const known = { 'if-none-match': headers.get('etag') ?? '' };
      const again = await server.get(url, { headers: known });
      assert.deepEqual([again.status, again.text], [304, ''], path);
      const weak = await server.get(url, { headers: { 'if-none-match': `"x", W/${headers.get('etag')}` } });
      assert.equal(weak.status, 304, path);
    }
    const head = await server.get('/books/villa-ingenio/checkpoint');
    await server.done(convener, 'AppointWitness', witness(301));
    const moved = await server.get('/books/villa-ingenio/checkpoint', {
      headers: { 'if-none-match': head.headers.get('etag') ?? '' },
    });
    assert.equal(moved.status, 200);
    for (const path of ['tile/0/001', 'tile/0/001.p/255', 'tile/0/002.p/1', 'tile/00/000', 'tile/entries/000.p/0', ''])
      assert.equal((await server.get(`/books/villa-ingenio/${path}`)).status, 404, path);
  });
});

test('every answer forbids what no page of ours needs', async () => {
  await withServer(async (server) => {
    await found(server, 'villa-ingenio');
    for (const path of [
      '/',
      '/api/bodies',
      '/nowhere',
      '/api/bodies/%ff',
      '/books/villa-ingenio/checkpoint',
      '/openapi.json',
    ]) {
      const { headers } = await server.get(path);
      assert.match(headers.get('content-security-policy') ?? '', /^default-src '(self|none)'/, path);
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe|https?:|\*/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('set-cookie'), null, path);
    }
  });
});

test('the log of heads is no body: its entries are files and lines of a page, never acts', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const log = await startLoggingHeads(server.node);
    await log.flush();
    await log.stop();
    const { code } = (await server.node.act('heads', 0))!;
    for (const path of ['', '/acts', '/acts/0', '/votes/0', '/me', '/events?from=0', '/credentials/villa-ingenio/1'])
      assert.equal((await server.get(`/api/bodies/heads${path}`)).json.code, 'unknown-body', path);
    assert.equal((await server.get(`/api/acts/${code}`)).json.code, 'no-such-act');
    const asPage = { headers: { accept: 'text/html' } };
    assert.equal((await server.get(`/a/${code}`, asPage)).status, 404);
    assert.equal((await server.get('/b/heads/acts/0', asPage)).status, 404);
    const page = await server.get('/b/heads', asPage);
    assert.match(page.text, new RegExp(`0 ${convener.origin}\n`));
    assert.doesNotMatch(page.text, /heads\/acts/);
  });
});

test('a body’s state is sent once to whoever keeps it, and anew after an act, compressed or not', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    await Promise.all(Array.from({ length: 20 }, (_, i) => server.done(convener, 'AppointWitness', witness(i))));
    const path = '/api/bodies/villa-ingenio';
    const plain = await server.get(path, { headers: { 'accept-encoding': 'identity' } });
    const tag = plain.headers.get('etag') ?? '';
    const again = await server.get(path, { headers: { 'accept-encoding': 'identity', 'if-none-match': tag } });
    assert.equal(again.status, 304);
    for (const encoding of ['br', 'gzip', 'br']) {
      const packed = await server.get(path, { headers: { 'accept-encoding': encoding } });
      assert.equal(packed.headers.get('content-encoding'), encoding);
      assert.equal(packed.headers.get('etag'), `W/${tag}`);
      assert.equal(packed.text, plain.text);
    }
    const { state } = (await server.node.book('villa-ingenio'))!;
    assert.deepEqual(plain.json.state, JSON.parse(JSON.stringify(stateToJson(state))));
    await server.done(convener, 'AppointWitness', witness(20));
    const after = await server.get(path, { headers: { 'if-none-match': tag } });
    assert.equal(after.status, 200);
    assert.equal(Object.keys(after.json.state.witnesses).length, 21);
    assert.equal(after.json.size, plain.json.size + 1);
  });
});
