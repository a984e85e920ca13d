// A petition for recall over HTTP: signed on phones, counted on paper, and what each may know of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DraftAct, phonesNeed } from '@cabildo/core';
import { readDemand } from '../../src/store/vault/hall.ts';
import { enrol, type FoundedBody, found, hall, type Person, type TestServer, withServer } from './http-fixture.ts';

/** Half of those who belong, within fifteen days. */
const articles = { checkIn: 'anywhere', recall: { monthsBefore: 0, petition: { num: 1, den: 2 }, days: 15 } };

async function inOffice({ node }: TestServer, { origin }: FoundedBody, holder: string): Promise<void> {
  const officers = [{ office: 'president', holder, key: 'A'.repeat(43) }];
  const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
  const data = { vote: 0, officers: officers.map((one) => ({ ...one, key: `${one.key}=` })), ...term };
  const act = {
    act: 'OfficersElected',
    data: { ...data, signaturesNeeded: 1 },
    by: { office: 'test', article: 'test' },
  };
  const outcome = await node.record(origin, [act as unknown as DraftAct]);
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
}

const listed = (server: TestServer, who: Person) => server.get(`/api/bodies/${who.body}/petitions`, who);

test('phones and paper fill one petition; who signed is known to the signer, to those who count a paper list, and to nobody after', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio', 'base', articles);
    const { members } = await hall(server, convener, 5);
    const [one, other, third, fourth, holder] = members as Required<Person>[] as [
      Required<Person>,
      Required<Person>,
      Required<Person>,
      Required<Person>,
      Required<Person>,
    ];
    await inOffice(server, convener, holder.member);
    const nobody = { body: convener.body, token: null };
    const before = await listed(server, nobody);
    assert.deepEqual(before.json, {
      petitions: [],
      about: [
        { against: 'officer', target: 'president', called: { es: 'presidencia', en: 'president' } },
        { against: 'presidium', target: 'presidium' },
      ],
      offsetMinutes: 0,
    });
    const opened = await server.done(third, 'OpenPetition', { against: 'officer', target: 'president' });
    const petition = opened.json.acts[0].index as number;
    assert.deepEqual((await server.done(third, 'SignPetition', { petition })).json.answer, {
      phones: 1,
      paper: 0,
      needed: 3,
    });
    const mine = async (who: Person) => (await listed(server, who)).json.petitions[0].mine;
    assert.deepEqual(await mine(third), { signed: true, counts: null });
    assert.deepEqual(await mine(one), { signed: false, counts: { round: 1, entered: false } });
    assert.deepEqual(await mine(holder), { signed: false, counts: null }, 'whom it is about does not count it');
    assert.equal(await mine(nobody), null);
    const who = { name: 'person 2' };
    const path = `/api/bodies/${convener.body}/petitions/${petition}/signed`;
    const struck = await server.post(path, who, one);
    assert.deepEqual(struck.json, { people: [{ name: 'Person 2', signed: true }] });
    for (const other of [fourth, holder, nobody])
      assert.equal((await server.post(path, who, other)).json.code, 'not-counting-it');
    await server.done(one, 'CountPetition', { petition, round: 1, signatures: 1 });
    assert.deepEqual(await mine(one), { signed: false, counts: { round: 1, entered: true } });
    await server.done(other, 'CountPetition', { petition, round: 1, signatures: 1 });
    const { matters, since } = phonesNeed(petition);
    const signers = () => readDemand(server.node.store, convener.origin, matters, since);
    assert.equal((await signers()).length, 1);
    const full = await server.done(fourth, 'SignPetition', { petition });
    assert.equal(full.json.acts[0].act, 'PetitionReached');
    assert.deepEqual(await signers(), [], 'who signed is deleted');
    const { phones, paper, gathering, due, sitting } = (await listed(server, nobody)).json.petitions[0];
    assert.deepEqual([phones, paper, gathering, sitting], [2, 1, false, null]);
    assert.ok(due > server.node.now());
    assert.deepEqual(await mine(third), { signed: false, counts: null });
  });
});

test('a petition that is not there, or that one cannot sign, is refused in words', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio', 'base', articles);
    const member = await enrol(server, convener);
    const signs = await server.command(member, 'SignPetition', { petition: 7 });
    assert.deepEqual([signs.status, signs.json.code], [404, 'not-found']);
    const path = `/api/bodies/${convener.body}/petitions`;
    assert.equal((await server.post(`${path}/7/signed`, { name: 'a' }, member)).json.code, 'not-counting-it');
    assert.equal((await server.post(`${path}/x/signed`, { name: 'a' }, member)).json.code, 'not-counting-it');
    assert.equal((await server.post(`${path}/7/signed`, { name: '' }, member)).status, 400);
    assert.equal((await server.get('/api/bodies/nowhere/petitions')).status, 404);
  });
});
