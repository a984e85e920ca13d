// Founding by invitation: whoever runs the node hands out leave to found one body, and no more than that.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { lightStatute, type TestServer, withServer } from './http-fixture.ts';

const DAY_MS = 86_400_000;
const founder = { name: 'Felipa Quispe', key: base64Encode(generateKey().signer.publicKey) };

const founding = (name: string) => ({
  name,
  title: `Junta ${name}`,
  kind: 'base',
  founder,
  statute: lightStatute,
  provisionalDays: 60,
});

async function invitation({ node, post }: TestServer): Promise<string> {
  const answered = await post('/api/invitations', {}, { token: node.operatorToken });
  assert.equal(answered.status, 201, answered.text);
  return answered.json.code;
}

test('given an invitation, when its holder founds a body twice, then there is one body; another is refused with a reason', async () => {
  await withServer(async (server) => {
    const { get, post, signIn } = server;
    const token = await invitation(server);
    assert.equal((await get('/api/invitation', { token })).json.founded, null);
    const first = await post('/api/bodies', founding('villa-ingenio'), { token, key: 'one' });
    assert.equal(first.status, 201, first.text);
    // The answer was lost: the same founding again is the same, whatever key the browser gives it.
    const again = await post('/api/bodies', founding('villa-ingenio'), { token, key: 'another' });
    assert.deepEqual(again.json, first.json);
    assert.equal((await get('/api/invitation', { token })).json.founded, 'villa-ingenio');
    const other = await post('/api/bodies', founding('villa-adela'), { token, key: 'three' });
    assert.deepEqual([other.status, other.json.code], [409, 'invitation-used']);
    assert.match(other.json.sentences.es, /pida otra/);
    assert.equal((await get('/api/bodies')).json.bodies.filter(({ size }: { size: number }) => size > 0).length, 1);
    await signIn('villa-ingenio', first.json.card.code);
  });
});

test('given a founding that the rules refuse, when it is mended, then the same invitation founds it', async () => {
  await withServer(async (server) => {
    const token = await invitation(server);
    const taken = await invitation(server);
    await server.post('/api/bodies', founding('villa-ingenio'), { token: taken, key: 'one' });
    const refused = await server.post('/api/bodies', founding('villa-ingenio'), { token, key: 'one' });
    assert.equal(refused.json.code, 'body-exists');
    const mended = await server.post('/api/bodies', founding('villa-ingenio-2'), { token, key: 'two' });
    assert.equal(mended.status, 201, mended.text);
  });
});

test('an invitation that has run out, was changed, or is of another node founds nothing, and is good for nothing else', async () => {
  await withServer(async (server) => {
    const { get, post, node, pass } = server;
    const token = await invitation(server);
    const [until = '', id = '', mac = ''] = token.split('.');
    const bad = [
      `${until.replace(/^\d{4}/, '2099')}.${id}.${mac}`,
      `${until}.${id}.${'A'.repeat(22)}`,
      `${until}.${'A'.repeat(12)}.${mac}`,
      'a.b.c',
    ];
    for (const changed of bad) {
      const answered = await post('/api/bodies', founding('villa-adela'), { token: changed, key: 'one' });
      assert.deepEqual([answered.status, answered.json.code], [401, 'unknown-invitation'], changed);
    }
    assert.equal((await post('/api/invitations', {}, { token })).status, 401);
    assert.equal((await post('/api/invitations', {}, {})).status, 401);
    assert.equal((await get('/api/bodies/villa-adela/me', { token })).status, 404);
    await withServer(async (elsewhere) => {
      const there = await elsewhere.post('/api/bodies', founding('villa-adela'), { token, key: 'one' });
      assert.equal(there.json.code, 'unknown-invitation');
    });
    pass(14 * DAY_MS + 1_000);
    assert.equal((await get('/api/invitation', { token })).status, 401);
    const late = await post('/api/bodies', founding('villa-adela'), { token, key: 'one' });
    assert.equal(late.json.code, 'unknown-invitation');
    assert.deepEqual(await node.books(), []);
  });
});
