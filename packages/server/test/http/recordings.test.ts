// A motion read aloud: kept beside the book, heard by everybody, erased at will and with the names of those who were there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { found, hall, type Person, type TestServer, withServer } from './http-fixture.ts';

const day = 24 * 60 * 60 * 1000;
const speech = Buffer.from('\u001aEsome speech in webm');

async function tabled(server: TestServer) {
  const body = await found(server, 'junta');
  const { sitting, members } = await hall(server, body, 3);
  const motion = { sitting, matter: 'ordinary', title: 'Tank', text: 'Tank.', proposal: { kind: 'resolution' } };
  const index: number = (await server.done(body, 'TableMotion', motion)).json.acts[0].index;
  return { body, sitting, members, path: `/api/bodies/junta/motions/${index}/recordings`, motion: index };
}

const put = (server: TestServer, path: string, who: Person, content: Uint8Array, type = 'audio/webm;codecs=opus') =>
  fetch(server.base + path, {
    method: 'PUT',
    body: content as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': type, ...(who.token === null ? {} : { authorization: `Bearer ${who.token}` }) },
  });

const heard = async (server: TestServer, path: string): Promise<string[]> =>
  (await server.get(path)).json.recordings.map(({ language }: { language: string }) => language);

test('who presides records a motion, everybody hears it byte for byte, a second one in that language takes its place', async () => {
  await withServer(async (server) => {
    const { body, path } = await tabled(server);
    assert.deepEqual(await heard(server, path), []);
    assert.equal((await put(server, `${path}/ay`, body, speech)).status, 204);
    assert.equal((await put(server, `${path}/qu`, body, speech, 'audio/mp4')).status, 204);
    assert.deepEqual(await heard(server, path), ['ay', 'qu']);
    const answered = await fetch(`${server.base}${path}/ay`);
    assert.equal(answered.headers.get('content-type'), 'audio/webm');
    assert.equal(answered.headers.get('cache-control'), 'no-store');
    assert.deepEqual(Buffer.from(await answered.arrayBuffer()), speech);
    assert.equal((await put(server, `${path}/ay`, body, Buffer.from('again'))).status, 204);
    assert.equal((await server.get(`${path}/ay`)).text, 'again');
    assert.deepEqual(await heard(server, path), ['ay', 'qu']);
  });
});

test('of which motions there is something to hear stands in the sitting, for everybody and at once', async () => {
  await withServer(async (server) => {
    const { body, sitting, path, motion } = await tabled(server);
    const voices = async (): Promise<number[]> =>
      (await server.get(`/api/bodies/junta/sittings/${sitting}/live`)).json.voices;
    assert.deepEqual(await voices(), []);
    await put(server, `${path}/ay`, body, speech);
    await put(server, `${path}/qu`, body, speech);
    assert.deepEqual(await voices(), [motion]);
    for (const language of ['ay', 'qu']) {
      const gone = { method: 'DELETE', headers: { authorization: `Bearer ${body.token}` } };
      assert.equal((await fetch(`${server.base}${path}/${language}`, gone)).status, 204);
    }
    assert.deepEqual(await voices(), []);
  });
});

test('nobody else records, and nothing that is too large, no recording, or of no motion', async () => {
  await withServer(async (server) => {
    const { body, members, path } = await tabled(server);
    assert.equal((await put(server, `${path}/ay`, members[0]!, speech)).status, 403);
    assert.equal((await put(server, `${path}/ay`, { body: 'junta', token: null }, speech)).status, 403);
    assert.equal((await put(server, `${path}/ay`, body, speech, 'text/html')).status, 415);
    assert.equal((await put(server, `${path}/ay`, body, Buffer.alloc(0))).status, 400);
    assert.equal((await put(server, `${path}/ay`, body, Buffer.alloc(300 * 1024 + 1))).status, 413);
    assert.equal((await put(server, `${path}/..`, body, speech)).status, 404);
    assert.equal((await put(server, `${path}/Aymara`, body, speech)).status, 400);
    assert.equal((await put(server, '/api/bodies/junta/motions/9999/recordings/ay', body, speech)).status, 404);
    for (const language of ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'])
      assert.equal((await put(server, `${path}/${language}`, body, speech)).status, 204);
    assert.equal((await put(server, `${path}/gg`, body, speech)).status, 409);
    assert.equal((await server.get('/api/bodies/junta/motions/9999/recordings/ay')).status, 404);
  });
});

test('a recording is erased by who could make it, with the motion’s text, and with the names of those who were there', async () => {
  await withServer(async (server) => {
    const { body, sitting, path, members } = await tabled(server);
    const erase = (who: Person) =>
      fetch(`${server.base}${path}/ay`, { method: 'DELETE', headers: { authorization: `Bearer ${who.token}` } });
    await put(server, `${path}/ay`, body, speech);
    assert.equal((await erase(members[0]!)).status, 403);
    assert.equal((await erase(body)).status, 204);
    assert.equal((await erase(body)).status, 404);
    await put(server, `${path}/ay`, body, speech);
    await server.done(body, 'CloseSitting', { sitting });
    assert.deepEqual(await heard(server, path), ['ay']);
    server.pass(31 * day);
    assert.deepEqual(await heard(server, path), [], 'the challenge period is over');
    assert.equal((await server.get(`${path}/ay`)).status, 404);
    const left = await server.node.store.db.selectFrom('recordings').selectAll().execute();
    assert.deepEqual(left, [], 'it was deleted, not only kept back');
  });
});

test('the act that ends named attendance takes the voices of that sitting along, whether or not anybody asked for them', async () => {
  await withServer(async (server) => {
    const { body, sitting, path, members } = await tabled(server);
    await server.done(members[0]!, 'CheckIn', { sitting }).catch(() => undefined);
    await put(server, `${path}/ay`, body, speech);
    await server.done(body, 'CloseSitting', { sitting });
    server.pass(31 * day);
    // Whatever is done next in that book brings the act along.
    await server.command(body, 'EnrolMember', { name: 'Somebody' });
    const left = await server.node.store.db.selectFrom('recordings').selectAll().execute();
    assert.deepEqual(left, []);
  });
});
