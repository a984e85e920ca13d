import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { ED25519, encodeAddCheckpoint, formatVkey, verifierKey } from '@cabildo/book';
import { generateKey, nodeCrypto } from '@cabildo/book/node';
import { startLoggingHeads } from '../../src/app/exchange/heads.ts';
import { type FoundedBody, found, type TestServer, withServer } from './http-fixture.ts';

/** Two nodes: a base's, and one that copies and witnesses it. */
async function withTwo(work: (home: TestServer, base: FoundedBody, other: TestServer) => Promise<void>): Promise<void> {
  await withServer(async (home) => {
    const base = await found(home, 'villa-ingenio');
    await withServer((other) => work(home, base, other), 'la-paz.example');
  });
}

test('a book of another node is copied over HTTP and read here under its origin', async () => {
  await withTwo(async (home, base, other) => {
    const operator = { token: other.node.operatorToken };
    const mirror = { origin: base.origin, key: base.key, url: `${home.base}/books/villa-ingenio` };
    const added = await other.post('/api/mirrors', mirror, operator);
    assert.deepEqual([added.status, added.json], [201, { kind: 'added', origin: base.origin }]);
    for (const place of [base.origin, encodeURIComponent(base.origin)]) {
      const pulled = await other.post(`/api/mirrors/${place}/pull`, {}, operator);
      assert.deepEqual([pulled.status, pulled.json.origin], [200, base.origin], pulled.text);
    }
    const copy = await other.get(`/api/bodies/${encodeURIComponent(base.origin)}`);
    assert.deepEqual([copy.json.remote, copy.json.size, copy.json.key], [true, 2, base.key]);
    const there = await other.get(`/books/${encodeURIComponent(base.origin)}/checkpoint`);
    assert.equal(there.text, (await home.get('/books/villa-ingenio/checkpoint')).text);
    const command = await other.command({ body: base.origin, token: null }, 'ReceiveAnswer', {
      consultation: 0,
      below: base.origin,
    });
    assert.deepEqual([command.status, command.json.code], [409, 'not-here']);
    const credential = await other.get(`/api/bodies/${encodeURIComponent(base.origin)}/credentials/nowhere/1`);
    assert.equal(credential.status, 404);
  });
});

test('copying is for the operator, and a copy that cannot be had says why', async () => {
  await withTwo(async (home, base, other) => {
    const operator = { token: other.node.operatorToken };
    const mirror = { origin: base.origin, key: base.key, url: `${home.base}/books/villa-ingenio` };
    assert.equal((await other.post('/api/mirrors', mirror)).status, 401);
    assert.equal((await other.post('/api/mirrors', mirror, { token: base.token })).status, 401);
    const tries: [object, number, string][] = [
      [{ ...mirror, origin: 'other.example/villa' }, 409, 'not-mirrored'],
      [{ ...mirror, key: 'no verifier key at all' }, 400, 'invalid-input'],
      [{ ...mirror, directory: '/tmp' }, 400, 'invalid-input'],
      [{ origin: mirror.origin, key: mirror.key }, 400, 'invalid-input'],
      [{ ...mirror, url: 'file:///etc/passwd' }, 400, 'invalid-input'],
      [{ ...mirror, origin: 'a b#c' }, 400, 'invalid-input'],
    ];
    for (const [body, status, code] of tries) {
      const answered = await other.post('/api/mirrors', body, operator);
      assert.deepEqual([answered.status, answered.json.code], [status, code], JSON.stringify(body));
    }
    const own = await home.post('/api/mirrors', mirror, { token: home.node.operatorToken });
    assert.deepEqual([own.status, own.json.detail.reason], [409, 'own-book']);
    // A book that nobody has, under the name of the node itself.
    const origin = 'la-paz.example/nowhere';
    const { publicKey } = generateKey().signer;
    const nobodys = { ...mirror, origin, key: formatVkey(verifierKey(origin, ED25519, publicKey, nodeCrypto)) };
    const refused = await other.post('/api/mirrors', nobodys, operator);
    assert.deepEqual(
      [refused.status, refused.json.code, refused.json.detail.reason],
      [409, 'not-mirrored', 'own-book'],
    );
    const unknown = await other.post(`/api/mirrors/${base.origin}/pull`, {}, operator);
    assert.equal(unknown.status, 404);
    await other.post('/api/mirrors', { ...mirror, url: `${home.base}/books/nowhere` }, operator);
    const missing = await other.post(`/api/mirrors/${base.origin}/pull`, {}, operator);
    assert.deepEqual([missing.status, missing.json.code, missing.json.detail.reason], [409, 'not-pulled', 'missing']);
  });
});

test('a node witnesses the log of heads that its operator names, by the protocol’s own answers', async () => {
  await withTwo(async (home, _base, other) => {
    const heads = await startLoggingHeads(home.node);
    try {
      await heads.flush();
      const note = (await home.get('/books/heads/checkpoint')).text;
      const submit = (oldSize: number) =>
        fetch(`${other.base}/witness/add-checkpoint`, {
          method: 'POST',
          body: encodeAddCheckpoint({ oldSize, proof: [], note }),
        });
      assert.equal((await submit(0)).status, 404);
      const origin = 'el-alto.example/heads';
      const log = { origin, key: (await home.get('/books/heads/key.txt')).text.trim() };
      assert.equal((await other.post('/api/witnessed', log)).status, 401);
      const named = await other.post('/api/witnessed', log, { token: other.node.operatorToken });
      const key = (await other.get('/witness/key.txt')).text.trim();
      assert.deepEqual([named.status, named.json], [200, { origin, witness: key }]);
      const cosigned = await submit(0);
      assert.deepEqual([cosigned.status, cosigned.headers.get('content-type')], [200, 'text/plain; charset=utf-8']);
      const line = await cosigned.text();
      assert.match(line, /^— la-paz\.example [A-Za-z0-9+/=]+\n$/);
      const stale = await submit(0);
      assert.deepEqual(
        [stale.status, stale.headers.get('content-type'), await stale.text()],
        [409, 'text/x.tlog.size', '1\n'],
      );
      const hash = createHash('sha256').update(origin).digest('hex');
      assert.equal((await other.get(`/witness/${hash}/checkpoint`)).text, note + line);
      assert.equal((await other.get(`/witness/${'0'.repeat(64)}/checkpoint`)).status, 404);
      const nonsense = await fetch(`${other.base}/witness/add-checkpoint`, { method: 'POST', body: 'old x\n\n\0' });
      assert.equal(nonsense.status, 400);
      assert.equal((await fetch(`${other.base}/witness/add-checkpoint`, { method: 'POST' })).status, 400);
      assert.deepEqual(other.log, []);
    } finally {
      await heads.stop();
    }
  });
});
