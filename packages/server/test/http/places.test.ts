import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { plusMinutes } from '@cabildo/core';
import { atDoor, enrol, type FoundedBody, found, lightStatute, type TestServer, withServer } from './http-fixture.ts';

const text = 'Que se bloquee.';
const place = 'Río Seco, surtidor';
const rules = [...lightStatute.rules, { ...lightStatute.rules[0], matter: 'measure' }];

/** A sitting of four that was called for a measure, and is open. */
async function called(server: TestServer, convener: FoundedBody) {
  const members = [];
  for (const name of ['Uno', 'Dos', 'Tres', 'Cuatro']) members.push(await enrol(server, convener, name));
  const textHash = createHash('sha256').update(text).digest('base64');
  const convened = await server.done(convener, 'ConveneSitting', {
    kind: 'founding',
    place: 'School',
    startsAt: plusMinutes(server.node.now(), 1),
    notice: [{ matter: 'measure', title: 'Bloqueo', textHash }],
  });
  server.pass(60_000);
  const sitting = convened.json.acts[0].index as number;
  const tellers = members.slice(0, 2);
  await server.done(convener, 'AppointTellers', { sitting, tellers: tellers.map(({ member }) => member) });
  for (const phone of members) await server.done(phone, 'CheckIn', await atDoor(server, convener, sitting));
  for (const teller of tellers) await server.done(teller, 'CountPresence', { sitting, round: 1, present: 4 });
  await server.done(convener, 'OpenSitting', { sitting, call: 'first' });
  const measure = (more: object) => ({
    sitting,
    matter: 'measure',
    title: 'Bloqueo',
    text,
    proposal: { kind: 'measure', what: 'Bloqueo', from: plusMinutes(server.node.now(), 9), ...more },
  });
  return { members, measure };
}

test('a member reads where a measure is to stand, and nobody else: not the act, not the book, no page', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio', 'base', { rules });
    const stranger = await found(server, 'villa-adela');
    const { members, measure } = await called(server, convener);
    const tabled = await server.done(convener, 'TableMotion', measure({ place }));
    const { index } = tabled.json.acts[0];
    const path = `/api/bodies/villa-ingenio/acts/${index}`;
    for (const { token } of [convener, members[3]!]) {
      const read = await server.get(path, { token });
      assert.equal(read.json.disclosures.place, place);
      assert.equal(read.headers.get('cache-control'), 'no-store');
    }
    // Tabled is not declared: there is no measure yet, for anybody.
    const here = await server.get('/api/bodies/villa-ingenio/measures', { token: convener.token });
    assert.deepEqual([here.json, here.headers.get('cache-control')], [{ measures: [] }, 'no-store']);
    assert.equal((await server.get('/api/bodies/villa-ingenio/measures', { token: stranger.token })).status, 401);
    const size = (await server.node.book('villa-ingenio'))?.size ?? 0;
    const paths = [
      path,
      '/api/bodies/villa-ingenio/acts?limit=500',
      `/books/villa-ingenio/tile/entries/000.p/${size}`,
      `/books/villa-ingenio/disclosures/${index}.json`,
      '/b/villa-ingenio',
      `/b/villa-ingenio/acts/${index}`,
    ];
    for (const one of paths) {
      const { status, text: said } = await server.get(one);
      assert.equal(status, 200, one);
      assert.doesNotMatch(said, /surtidor/, one);
    }
    // A member of a body that is not below reads what everybody reads; a bearer of another body is none of this one.
    const asked = await server.get(`${path}?as=villa-adela`, { token: stranger.token });
    assert.deepEqual([asked.status, Object.keys(asked.json.disclosures)], [200, ['text']]);
    assert.equal((await server.get(path, { token: stranger.token })).status, 401);
    assert.equal((await server.get(`${path}?as=villa-adela`, { token: members[3]!.token })).status, 401);
  });
});

test('where the statute publishes it, a measure is tabled once somebody has said that they know it cannot be recalled', async () => {
  await withServer(async (server) => {
    const publicity = { votes: 'totals', sensitive: 'public' };
    const convener = await found(server, 'villa-ingenio', 'base', { rules, publicity });
    const { measure } = await called(server, convener);
    const refused = await server.command(convener, 'TableMotion', measure({ place }));
    assert.deepEqual(
      [refused.status, refused.json.code, refused.json.article],
      [409, 'publication-not-confirmed', 'publicity'],
    );
    assert.doesNotMatch(refused.text, /surtidor/);
    const tabled = await server.done(convener, 'TableMotion', measure({ place, publish: true }));
    const read = await server.get(`/api/bodies/villa-ingenio/acts/${tabled.json.acts[0].index}`);
    assert.match(read.text, /surtidor/);
    assert.doesNotMatch(read.text, /"publish"/);
  });
});
