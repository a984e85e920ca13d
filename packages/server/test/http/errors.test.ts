import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from '../../src/app/index.ts';
import { createServer } from '../../src/http/create-server.ts';

/** A node in which everything breaks that asks its database, with an error that quotes what somebody sent. */
const broken = (message: string): Node => {
  const sound: Readonly<Record<string, unknown>> = {
    name: 'el-alto.example',
    now: () => '2005-06-08T14:00:00Z',
    languages: { spoken: () => [], at: () => undefined },
  };
  return new Proxy({} as Node, {
    get: (_target, name) =>
      sound[String(name)] ??
      (() => {
        throw new RangeError(message);
      }),
  });
};

test('what nobody foresaw is a number for the person and a place in the code for the operator, and no data', async () => {
  const log: string[] = [];
  const app = createServer({
    node: broken('Felipa Quispe and the card abandon ability'),
    log: (line) => log.push(line),
  });
  const answered = await app.inject({
    method: 'POST',
    url: '/api/sign-in?secret=1',
    payload: { body: 'villa-ingenio', card: 'abandon ability', token: 'A'.repeat(43) },
  });
  const problem = answered.json();
  assert.deepEqual([answered.statusCode, problem.code], [500, 'unexpected']);
  assert.match(problem.detail.id, /^[0-9a-f]{8}$/);
  assert.equal(log.length, 1);
  assert.match(log[0] ?? '', new RegExp(`^error ${problem.detail.id}: RangeError in POST /api/sign-in\\n\\s+at `));
  for (const text of [answered.body, ...log]) assert.doesNotMatch(text, /Felipa|abandon|AAAA|secret|villa/);
  assert.doesNotMatch(answered.body, /\.ts|RangeError/);
  await app.close();
});

test('a browser that meets an error gets a page, a program a problem', async () => {
  const app = createServer({ node: broken('x') });
  const page = await app.inject({ method: 'GET', url: '/b/villa-ingenio', headers: { accept: 'text/html' } });
  assert.deepEqual([page.statusCode, page.headers['content-type']], [500, 'text/html; charset=utf-8']);
  assert.doesNotMatch(page.body, /RangeError|\.ts:/);
  const problem = await app.inject({ method: 'GET', url: '/api/bodies', headers: { accept: 'text/html' } });
  assert.equal(problem.headers['content-type'], 'application/problem+json; charset=utf-8');
  await app.close();
});

test('an error page that fails too is a problem without the error’s words', async () => {
  const node = new Proxy({} as Node, {
    get: () => () => {
      throw new RangeError('Felipa Quispe');
    },
  });
  const log: string[] = [];
  const app = createServer({ node, log: (line) => log.push(line) });
  const answered = await app.inject({ method: 'GET', url: '/b/villa-ingenio', headers: { accept: 'text/html' } });
  assert.deepEqual([answered.statusCode, answered.json().code, log.length], [500, 'unexpected', 2]);
  assert.doesNotMatch(answered.body + log.join(), /Felipa/);
  await app.close();
});

test('a node whose database does not answer says that it is not well', async () => {
  const log: string[] = [];
  const node = { name: 'x', actsByCode: () => Promise.reject(new Error('password of cabildo')) } as unknown as Node;
  const app = createServer({ node, log: (line) => log.push(line) });
  const answered = await app.inject({ method: 'GET', url: '/healthz' });
  assert.deepEqual([answered.statusCode, answered.headers['retry-after']], [503, '2']);
  assert.deepEqual(log, ['health: the database does not answer']);
  await app.close();
});

test('a very long address that leads nowhere is not said again for each language', async () => {
  const app = createServer({ node: broken('x') });
  const url = `/${'a'.repeat(6_000)}`;
  const page = await app.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
  assert.equal(page.statusCode, 404);
  assert.ok(page.body.length < 4_000, String(page.body.length));
  assert.match(page.body, /href="\?lang=en"/, 'and a language can still be chosen');
  await app.close();
});

test('an address with two slashes makes no link that leaves this node', async () => {
  const app = createServer({ node: broken('x') });
  for (const url of ['//evil.example/x', '/\\evil.example/x']) {
    const page = await app.inject({ method: 'GET', url: { pathname: url }, headers: { accept: 'text/html' } });
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.match(page.body, /href="\/evil\.example\/x\?lang=/);
    assert.doesNotMatch(page.body, /href="[/\\]{2}/);
  }
  await app.close();
});
