import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { test } from 'node:test';
import { allCommands, objectSchema } from '@cabildo/core';
import fc from 'fast-check';
import { type FoundedBody, found, type TestServer, withServer } from './http-fixture.ts';
import { nonsense, validInput } from './inputs.ts';

const path = '/api/bodies/villa-ingenio/commands/EnrolMember';

const enrolWith = (
  server: TestServer,
  convener: FoundedBody,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) =>
  fetch(server.base + path, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': 'k',
      authorization: `Bearer ${convener.token}`,
      ...headers,
    },
  });

test('of a proposal that does not fit the one fault is told, not what it lacks of every other kind', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const motion = { sitting: 2, matter: 'pact', title: 'x', text: 'x', proposal: { kind: 'pact' } };
    const answered = await server.command(convener, 'TableMotion', motion);
    assert.equal(answered.status, 400);
    const fault = { at: 'body/proposal/with', rule: 'oneOf', message: 'expected with: text ≤ 120' };
    assert.deepEqual(answered.json.detail, { faults: [fault] });
    const plain = await server.command(convener, 'TableMotion', { ...motion, title: 7 });
    assert.equal(plain.json.detail.faults[0].at, 'body/title');
  });
});

test('a body that is no input is refused before any rule sees it', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const size = (await server.node.book('villa-ingenio'))?.size;
    const deep = `{"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const bodies: [string, string | Uint8Array<ArrayBuffer>, number, Record<string, string>?][] = [
      ['malformed JSON', '{"name":', 400],
      ['nothing', '', 400],
      ['no object', '"name"', 400],
      ['null', 'null', 400],
      ['prototype key', '{"name":"x","__proto__":{"admin":true}}', 400],
      ['constructor key', '{"name":"x","constructor":{"prototype":{}}}', 400],
      ['hidden prototype key', '{"name":"x","\\u005f_proto__":1}', 400],
      ['huge number', '{"name":1e400}', 400],
      ['NUL', '{"name":"a\\u0000b"}', 400],
      ['half a surrogate pair', '{"name":"a\\ud800b"}', 400],
      ['not UTF-8', new Uint8Array([0x7b, 0x22, 0x6e, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]), 400],
      ['deep', deep, 400],
      ['too long a name', JSON.stringify({ name: 'x'.repeat(121) }), 400],
      ['an unknown member', '{"name":"x","role":"presidium"}', 400],
      ['too large', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413],
      ['another type', '{"name":"x"}', 415, { 'content-type': 'text/plain' }],
      ['a form', 'name=x', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
      ['a type that is none', '{"name":"x"}', 415, { 'content-type': 'json' }],
    ];
    for (const [what, body, status, headers] of bodies) {
      const answered = await enrolWith(server, convener, body, headers);
      assert.equal(answered.status, status, what);
      await assertProblem(answered, what);
    }
    assert.equal((await server.node.book('villa-ingenio'))?.size, size);
    assert.deepEqual(server.log, []);
    assert.equal(Object.hasOwn(Object.prototype, 'admin'), false);
  });
});

test('whoever sends far too much is told so, and the connection goes on', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    for (const bytes of [12_000_000, 40_000_000]) {
      const answered = await enrolWith(server, convener, JSON.stringify({ name: 'x'.repeat(bytes) }));
      assert.equal(answered.status, 413, `${bytes}`);
      assert.notEqual(answered.headers.get('connection'), 'close');
      await assertProblem(answered, `${bytes}`);
    }
    const signIn = { body: 'villa-ingenio', card: 'x'.repeat(20_000_000) };
    const answered = await server.post('/api/sign-in', signIn);
    assert.equal(answered.status, 413);
    assert.equal((await server.done(convener, 'EnrolMember', { name: 'Nicanor' })).status, 200);
  });
});

async function assertProblem(answered: Response, what: string): Promise<void> {
  assert.equal(answered.headers.get('content-type'), 'application/problem+json; charset=utf-8', what);
  const problem = (await answered.json()) as Record<string, unknown> & { sentences: { es: string; en: string } };
  assert.equal(problem.status, answered.status);
  assert.ok(problem.sentences.es !== problem.sentences.en && problem.sentences.es.length > 10, what);
  assert.doesNotMatch(JSON.stringify(problem), /node_modules|\.ts:|at [A-Za-z]+ \(/, what);
}

test('an address that is none is a problem too', async () => {
  await withServer(async (server) => {
    await found(server, 'villa-ingenio');
    const tries: [string, string, number, string][] = [
      ['GET', '/nowhere', 404, 'no-such-page'],
      ['GET', '/api/bodies/nowhere', 404, 'unknown-body'],
      ['GET', '/api/bodies/__proto__', 404, 'unknown-body'],
      ['GET', '/api/bodies/constructor/me', 404, 'unknown-body'],
      ['GET', '/api/bodies/a%00b', 404, 'unknown-body'],
      ['GET', '/api/bodies/%ff', 400, 'malformed-request'],
      ['GET', '/api/bodies/%', 400, 'malformed-request'],
      ['GET', `/api/bodies/${'x'.repeat(5_000)}`, 400, 'malformed-request'],
      ['GET', '/api/bodies/villa-ingenio/acts/99', 404, 'no-such-act'],
      ['GET', '/api/bodies/villa-ingenio/acts/-1', 404, 'no-such-act'],
      ['GET', '/api/bodies/villa-ingenio/acts/1e1', 404, 'no-such-act'],
      ['GET', '/api/bodies/villa-ingenio/acts/9007199254740993', 404, 'no-such-act'],
      ['GET', '/api/bodies/villa-ingenio/acts/99999999999999999999999', 404, 'no-such-act'],
      ['GET', '/api/bodies/villa-ingenio/votes/0', 404, 'no-such-vote'],
      ['GET', '/api/bodies/villa-ingenio/votes/__proto__', 404, 'no-such-vote'],
      ['GET', '/api/bodies/villa-ingenio/acts?from=x', 400, 'invalid-input'],
      ['GET', '/api/bodies/villa-ingenio/acts?from=-1', 400, 'invalid-input'],
      ['GET', '/api/bodies/villa-ingenio/acts?from=1&from=2', 400, 'invalid-input'],
      ['GET', '/api/bodies/villa-ingenio/acts?limit=100000', 400, 'invalid-input'],
      ['GET', '/api/bodies/villa-ingenio/acts?limit=0', 400, 'invalid-input'],
      ['GET', '/api/bodies/villa-ingenio/acts?form=1', 400, 'invalid-input'],
      ['GET', '/api/bodies/villa-ingenio/events?from=%zz', 400, 'invalid-input'],
      ['GET', '/api/acts/ABC', 400, 'malformed-act-code'],
      ['GET', '/api/acts/0000000001', 400, 'malformed-act-code'],
      ['GET', '/api/acts/0000000000', 404, 'no-such-act'],
      ['GET', '/books/villa-ingenio/tile/0/x999/999', 404, 'no-such-page'],
      ['GET', '/books/villa-ingenio/tile/63/x999/x999/x999/x999/999', 404, 'no-such-page'],
      ['GET', '/books/villa-ingenio/../heads/checkpoint', 404, 'unknown-body'],
      ['GET', '/books/villa-ingenio/disclosures/99999999999999999.json', 404, 'no-such-page'],
      ['GET', `/books/villa-ingenio/attachments/${'0'.repeat(64)}`, 404, 'no-such-page'],
      ['GET', '/assets/..%2f..%2fpackage.json', 404, 'no-such-page'],
      ['DELETE', '/api/bodies/villa-ingenio', 405, 'method-not-allowed'],
      ['PUT', path, 405, 'method-not-allowed'],
      ['GET', path, 405, 'method-not-allowed'],
      ['OPTIONS', '/api/sign-in', 405, 'method-not-allowed'],
      ['POST', '/api/bodies/villa-ingenio/commands/SeizePower', 404, 'unknown-command'],
      ['POST', '/api/bodies/villa-ingenio/commands/constructor', 404, 'unknown-command'],
      ['POST', '/api/mirrors/x', 404, 'no-such-page'],
      ['POST', '/api/mirrors/x/pull', 401, 'unknown-bearer'],
    ];
    for (const [method, url, status, code] of tries) {
      const answered = await fetch(server.base + url, { method });
      const problem = (await answered.clone().json()) as { code: string };
      assert.deepEqual([answered.status, problem.code], [status, code], `${method} ${url}`);
      await assertProblem(answered, url);
    }
    assert.equal((await fetch(`${server.base}${path}`)).headers.get('allow'), 'POST');
    assert.deepEqual(server.log, []);
  });
});

test('what is not even HTTP is answered and closed', async () => {
  await withServer(async (server) => {
    const { port } = new URL(server.base);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = createConnection(Number(port), '127.0.0.1', () =>
        socket.write('\u0016\u0003\u0001 hello\r\n\r\n'),
      );
      socket.on('data', (data) => {
        text += data.toString();
      });
      socket.on('close', () => resolve(text));
    });
    assert.match(answer, /^HTTP\/1\.1 400 .*problem\+json.*malformed-request/s);
  });
});

test('bearers that are malformed or unknown are refused, whatever they are', async () => {
  await withServer(async (server) => {
    await found(server, 'villa-ingenio');
    for (const authorization of [
      'Bearer',
      'Bearer ',
      'Basic eDp5',
      'Bearer x y',
      `Bearer ${'x'.repeat(4_000)}`,
      'Bearer é',
    ]) {
      const answered = await server.get('/api/bodies/villa-ingenio/me', { headers: { authorization } });
      assert.deepEqual([answered.status, answered.json.code], [401, 'unknown-bearer'], authorization);
    }
  });
});

test('nonsense for any command is refused and changes nothing', async (t) => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    let keys = 0;
    for (const { name, input } of allCommands) {
      const founding = name === 'FoundBody';
      const url = founding ? '/api/bodies' : `/api/bodies/villa-ingenio/commands/${name}`;
      const authorization = `Bearer ${founding ? server.node.operatorToken : convener.token}`;
      const refusedOrDone = async (payload: unknown): Promise<void> => {
        const size = (await server.node.book('villa-ingenio'))?.size;
        const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': `n${++keys}` };
        const answered = await server.app.inject({ method: 'POST', url, headers, payload: JSON.stringify(payload) });
        assert.ok(answered.statusCode < 500, answered.body);
        if (answered.statusCode < 300) return;
        assert.match(String(answered.headers['content-type']), /problem\+json/);
        assert.equal((await server.node.book('villa-ingenio'))?.size, size, answered.body);
      };
      await t.test(name, async () => {
        const schema = objectSchema(input);
        await fc.assert(fc.asyncProperty(nonsense(schema), refusedOrDone), { numRuns: 40 });
        await fc.assert(fc.asyncProperty(validInput(schema), refusedOrDone), { numRuns: 20 });
      });
    }
    assert.deepEqual(server.log, []);
  });
});
