import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateKey } from '@cabildo/book/node';
import { found, founding, withServer } from './http-fixture.ts';

test('a command sent again is answered again and done once', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const input = { name: 'Nicanor Mamani' };
    const answers = await Promise.all([1, 2, 3].map(() => server.command(convener, 'EnrolMember', input, 'same')));
    assert.deepEqual(
      answers.map(({ status, text }) => [status, text]),
      answers.map(() => [200, answers[0]?.text]),
    );
    const other = await server.command(convener, 'EnrolMember', { name: 'Somebody else' }, 'same');
    assert.deepEqual([other.status, other.json.code], [422, 'idempotency-key-reused']);
    const refused = await server.command(convener, 'CloseSitting', { sitting: 99 }, 'refused');
    const again = await server.command(convener, 'CloseSitting', { sitting: 99 }, 'refused');
    assert.deepEqual([again.status, again.text], [refused.status, refused.text]);
  });
});

test('a body founded twice with one key is founded once', async () => {
  await withServer(async (server) => {
    const input = founding('villa-ingenio', 'base', generateKey().signer);
    const ask = { token: server.node.operatorToken, key: 'found' };
    const [first, again] = [await server.post('/api/bodies', input, ask), await server.post('/api/bodies', input, ask)];
    assert.deepEqual([first.status, again.status, again.text], [201, 201, first.text]);
    const taken = await server.post('/api/bodies', input, { ...ask, key: 'other' });
    assert.deepEqual([taken.status, taken.json.code], [409, 'body-exists']);
  });
});

test('without a usable key nothing is done', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const path = '/api/bodies/villa-ingenio/commands/EnrolMember';
    for (const key of [undefined, '', 'a b', 'ñ', 'x'.repeat(101)]) {
      const ask = { token: convener.token, ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }) };
      const answered = await server.post(path, { name: 'x' }, ask);
      assert.deepEqual([answered.status, answered.json.code], [400, 'idempotency-key-missing'], String(key));
    }
    assert.equal((await server.post(path, { name: 'x' }, { token: convener.token, key: '~'.repeat(100) })).status, 200);
  });
});

test('only the operator founds bodies', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const input = founding('senkata', 'base', generateKey().signer);
    for (const [token, status] of [
      [undefined, 401],
      ['x'.repeat(43), 401],
      [convener.token, 401],
    ] as const) {
      const answered = await server.post('/api/bodies', input, { token: token ?? null, key: 'k' });
      assert.equal(answered.status, status);
    }
    assert.equal((await server.get('/api/bodies')).json.bodies.length, 1);
  });
});
