import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { Validators } from '../../src/http/validators.ts';

const number = { type: 'object', properties: { n: { type: 'integer' } }, additionalProperties: false };

async function asked() {
  const validators = new Validators();
  const app = Fastify({ schemaController: { compilersFactory: { buildValidator: validators.build } } });
  for (const path of ['/a', '/b', '/c']) app.post(path, { schema: { body: number } }, async () => 'done');
  await app.ready();
  const post = async (path: string, payload: object): Promise<number> =>
    (await app.inject({ method: 'POST', url: path, payload })).statusCode;
  return { validators, post, close: () => app.close() };
}

test('what checks an input is made when it is first asked, and only that', async () => {
  const { validators, post, close } = await asked();
  assert.equal(validators.waiting, 3);
  assert.equal(await post('/b', { n: 1 }), 200);
  assert.equal(await post('/b', { n: 'one' }), 400);
  assert.equal(validators.waiting, 2);
  await close();
});

test('the rest is made with a rest before each, in which others are answered, and checks the same', async () => {
  const { validators, post, close } = await asked();
  const left: number[] = [];
  await validators.makeRest(async () => {
    left.push(validators.waiting);
    if (left.length === 1) assert.equal(await post('/b', { n: 'one' }), 400);
  });
  assert.deepEqual(left, [3, 1]);
  assert.equal(validators.waiting, 0);
  for (const path of ['/a', '/b', '/c']) {
    assert.equal(await post(path, { n: 1 }), 200);
    assert.equal(await post(path, { n: 'one' }), 400);
  }
  await close();
});
