// Bodies as they are chosen among many, how each stands, and how far one is from its founding.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import type { DraftAct } from '@cabildo/core';
import { enrol, type FoundedBody, found, type TestServer, withServer } from './http-fixture.ts';

const write = async ({ node }: TestServer, { origin }: FoundedBody, act: string, data: object): Promise<number> => {
  const draft = { act, data, by: { office: 'statute', article: 'test' } } as unknown as DraftAct;
  const outcome = await node.record(origin, [draft]);
  return outcome.kind === 'done' ? (outcome.acts[0]?.index ?? -1) : assert.fail(JSON.stringify(outcome));
};

const seal = async (server: TestServer, body: FoundedBody, index: number): Promise<void> => {
  const leaf = base64Encode((await server.node.act(body.origin, index))?.leaf ?? new Uint8Array());
  await write(server, body, 'ActSealed', { index, leaf, officers: 0, signatures: [] });
};

const titles = ({ json }: { readonly json: { readonly bodies: readonly { readonly title: string }[] } }): string[] =>
  json.bodies.map(({ title }) => title);

test('given many bodies, when parts of a name are typed, then a page of those comes that have them all, accents or not', async () => {
  await withServer(async (server) => {
    for (const name of ['zona-2', 'zona-10', 'alto-zona', 'nandu']) await found(server, name);
    const find = (query: string) => server.get(`/api/bodies-found?${query}`);
    // What begins so comes first, then the order of titles: zone 2 before zone 10.
    assert.deepEqual(titles(await find('q=zona')), ['Junta alto-zona', 'Junta zona-2', 'Junta zona-10']);
    assert.deepEqual(titles(await find('q=10%20JÚNTA')), ['Junta zona-10']);
    assert.deepEqual(titles(await find('q=el-alto.example/nandu')), ['Junta nandu']);
    const page = await find('q=zona&from=1&most=1');
    assert.deepEqual([titles(page), page.json.all], [['Junta zona-2'], 3]);
    assert.deepEqual(titles(await find('q=nandu&without=el-alto.example/nandu')), []);
    assert.equal((await find('')).json.all, 4);
    // Whoever comes from an address finds that body before all others; of another node’s book nobody signs in here.
    assert.deepEqual(titles(await find('here=true&first=zona-10&most=2')), ['Junta zona-10', 'Junta alto-zona']);
    assert.deepEqual(titles(await find('q=nandu&first=el-alto.example/zona-2')), ['Junta zona-2', 'Junta nandu']);
    const [{ standing, key, kind }] = page.json.bodies;
    assert.deepEqual([standing.stage, standing.disputes, kind], ['provisional', [], 'base']);
    assert.match(key, /^el-alto\.example\/zona-2\+/);
  });
});

test('given a hostile search, then it is refused with what would be right, and the node goes on', async () => {
  await withServer(async (server) => {
    await found(server, 'nandu');
    const find = (query: string) => server.get(`/api/bodies-found?${query}`);
    for (const query of [
      'q=%00',
      'q=%0a',
      `q=${'a'.repeat(221)}`,
      'from=-1',
      'most=0',
      'most=101',
      'from=1e9',
      'x=1',
      'here=yes',
    ])
      assert.equal((await find(query)).status, 400, query);
    for (const query of ["q=' or 1=1 --", 'q=%', 'q=.*', 'q=\\', 'q=(', 'q=%F0%9F%8F%94'])
      assert.deepEqual((await find(encodeURI(query))).json.all ?? 'refused', 0, query);
    assert.equal((await find('q=nandu')).json.all, 1);
  });
});

test('given bodies that are proven, over, dissolved or in dispute, when they are named, then that is said', async () => {
  await withServer(async (server) => {
    const [proven, over, ended, above] = [
      await found(server, 'proven'),
      await found(server, 'over'),
      await found(server, 'ended'),
      await found(server, 'above', 'delegate'),
    ];
    await write(server, proven, 'BodyProven', { minutes: 1, witnesses: [] });
    await write(server, ended, 'BodyDissolved', { vote: 1, assetsTo: 'the school' });
    const claimants = [proven, over].map(({ origin }) => ({ book: origin, index: 0 }));
    const dispute = await write(server, above, 'ClaimDisputed', {
      over: 'name',
      claimants,
      meanwhile: 'vacant',
      due: '2099-01-01T00:00:00Z',
    });
    const standing = async (name: string) =>
      (await server.get(`/api/bodies-found?q=junta+${name}`)).json.bodies[0].standing;
    const disputes = [{ book: above.origin, act: dispute }];
    assert.deepEqual(await standing('proven'), { stage: 'proven', until: null, disputes });
    assert.equal((await standing('ended')).stage, 'dissolved');
    assert.equal((await standing('over')).stage, 'provisional');
    server.pass(61 * 24 * 3_600_000);
    assert.deepEqual(await standing('over'), { stage: 'over', until: null, disputes });
    await write(server, above, 'DisputeSettled', { dispute, vote: 1, holder: proven.origin });
    assert.deepEqual((await standing('proven')).disputes, []);
  });
});

test('given neighbours that witness and a federation that is asked, when first steps are read, then both sides are named', async () => {
  await withServer(async (server) => {
    const [young, neighbour, above] = [
      await found(server, 'young'),
      await found(server, 'neighbour'),
      await found(server, 'above', 'delegate'),
    ];
    const leaf = base64Encode((await server.node.act(young.origin, 0))?.leaf ?? new Uint8Array());
    const witnessed = await write(server, neighbour, 'FoundingWitnessed', {
      founding: { book: young.origin, index: 0 },
      leaf,
    });
    const asked = await write(server, young, 'AffiliationRequested', { vote: 0, to: above.origin, toKey: above.key });
    await seal(server, young, asked);
    const steps = async ({ body }: FoundedBody) => (await server.get(`/api/bodies/${body}/first-steps`)).json;
    const before = await steps(young);
    assert.deepEqual(
      before.witnessedBy.map(({ title, act, sealed }: never) => [title, act, sealed]),
      [['Junta neighbour', witnessed, false]],
    );
    assert.deepEqual(
      before.asked.map(({ title, sealed, admitted }: never) => [title, sealed, admitted]),
      [['Junta above', true, false]],
    );
    const [request] = (await steps(above)).askedBy;
    assert.deepEqual([request.title, request.sealed, request.key], ['Junta young', true, young.key]);
    await seal(server, neighbour, witnessed);
    assert.equal((await steps(young)).witnessedBy[0].sealed, true);
    await write(server, above, 'AffiliationAdmitted', {
      below: young.origin,
      key: young.key,
      title: 'Junta young',
      entitlement: 2,
    });
    assert.deepEqual([(await steps(above)).askedBy, (await steps(above)).affiliates], [[], 1]);
    assert.equal((await steps(young)).asked[0].admitted, true);
    const list = (await server.get(`/api/bodies/${above.body}/affiliates?q=YOUNG`)).json;
    assert.deepEqual([list.all, list.affiliates[0].seats, list.affiliates[0].standing.stage], [1, 2, 'provisional']);
    assert.equal((await server.get(`/api/bodies/${above.body}/affiliates?q=other`)).json.all, 0);
    assert.equal((await server.get('/api/bodies/nobody/first-steps')).status, 404);
  });
});

test('given a long roll, when it is read a page at a time, then each page has its people and how many there are', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'long-roll');
    const people = Array.from({ length: 30 }, (_, i) => ({ name: `Vecina ${String(i).padStart(2, '0')}` }));
    await server.done(body, 'EnrolMembers', { people });
    const page = await server.get(`/api/bodies/${body.body}/roll?from=10&most=5`, body);
    assert.equal(page.json.all, 31);
    assert.deepEqual(
      page.json.people.map(({ name }: { name: string }) => name),
      ['Vecina 09', 'Vecina 10', 'Vecina 11', 'Vecina 12', 'Vecina 13'],
    );
    assert.equal((await server.get(`/api/bodies/${body.body}/roll?most=5`, await enrol(server, body))).status, 403);
  });
});
