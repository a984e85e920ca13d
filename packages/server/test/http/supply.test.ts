// Goods over HTTP: what phones bring when they have a network again, and what is refused of it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { balanceAt, householdCardText, notShownYet, plusMinutes, tableGet, tableValues } from '@cabildo/core';
import { comeBack, committeeWith, handOver, phonesOf } from './hand-over-phones.ts';
import { type TestServer, withServer } from './http-fixture.ts';

async function supplyOf({ node }: TestServer) {
  const book = await node.book('comite-de-gas');
  assert.ok(book);
  return book.state.supply;
}

test('a thousand hand-overs from fifty phones at once, some of them from two, are all in the ledger, and none is there twice', async () => {
  await withServer(async (server) => {
    const committee = await committeeWith(server, 50, 10_000);
    const phones = phonesOf(committee, 20);
    const answered = await comeBack(server, committee, phones);
    assert.deepEqual(
      answered.filter(({ status }) => status !== 200).map(({ text }) => text),
      [],
    );
    const written = answered.filter(({ json }) => json.acts.length > 0);
    assert.deepEqual([answered.length, written.length], [1250, 1000]);
    const { depot, clinic, lot, vehicles } = committee;
    const supply = await supplyOf(server);
    assert.equal(tableValues(supply.handOvers).length, 1000);
    // Of each vehicle ten loads of four, and ten deliveries of four of which one is one short.
    assert.deepEqual(
      [balanceAt(supply, lot, depot), balanceAt(supply, lot, clinic), tableGet(supply.lots, lot)?.lost],
      [10_000 - 50 * 40, 50 * 39, 50],
    );
    assert.deepEqual([notShownYet(supply, lot), vehicles.filter((one) => balanceAt(supply, lot, one) !== 0)], [[], []]);
    await assertPaged(server, committee.who.body);
  });
});

/** The last are listed, and from the first on all of them, each once, in the order of the book. */
async function assertPaged(server: TestServer, body: string): Promise<void> {
  const asked = async (query: string) => (await server.get(`/api/bodies/${body}/hand-overs.json${query}`)).json;
  const last = await asked('');
  const numbers: number[] = [];
  for (let page = await asked('?after=0'); ; page = await asked(`?after=${numbers.at(-1)}`)) {
    numbers.push(...page.handOvers.map(({ handOver }: { handOver: number }) => handOver));
    if (!page.later) break;
  }
  assert.deepEqual([numbers.length, new Set(numbers).size, last.handOvers.length], [1000, 1000, 200]);
  assert.deepEqual([last.earlier, last.later, last.handOvers[0].handOver], [true, false, numbers[800]]);
  assert.deepEqual((await asked(`?after=${numbers.at(-1)}`)).handOvers, []);
  for (const query of ['?after=-1', '?after=x', '?before=3'])
    assert.equal((await server.get(`/api/bodies/${body}/hand-overs.json${query}`)).status, 400, query);
}

test('what an officer writes down is on record once: the same key is answered with the same act, and so is the same text under another key', async () => {
  await withServer(async (server) => {
    const { who, depot, clinic, lot, item } = await committeeWith(server, 1, 100);
    const lines = [{ lot, item, given: 10, received: 10, damaged: 0 }];
    const said = { kind: 'direct', from: depot, to: clinic, lines, madeAt: '2026-06-01T00:00:00Z', words: 'Sin llave' };
    const report = (id: string, key: string, given = 10) => {
      const changed = lines.map((line) => ({ ...line, given, received: given }));
      return server.command(who, 'ReportHandOver', { ...said, id, lines: changed }, key);
    };
    const [id, other] = ['a'.repeat(32), 'b'.repeat(32)];
    const first = await report(id, 'report/1');
    const again = await report(id, 'report/1');
    assert.deepEqual([first.status, again.text], [200, first.text]);
    const index = first.json.acts[0].index;
    const anew = await report(id, 'report/2');
    assert.deepEqual([anew.json.acts, anew.json.answer.handOver], [[], index]);
    const refused = [await report(other, 'report/1'), await report(id, 'report/3', 9)];
    assert.deepEqual(
      refused.map(({ json }) => json.code),
      ['idempotency-key-reused', 'already-so'],
    );
    assert.equal(balanceAt(await supplyOf(server), lot, depot), 90);
  });
});

test('a real signature over these bytes is what counts: a changed number, or another key, is refused with 4xx and changes nothing', async () => {
  await withServer(async (server) => {
    const committee = await committeeWith(server, 2, 100);
    const { who, depot, lot, vehicles } = committee;
    const [truck = 0, van = 0] = vehicles;
    const stranger = { body: who.body, token: null };
    const good = handOver(committee, 'load', [depot, truck], [10, 10]);
    const changed = { ...good, lines: good.lines.map((line) => ({ ...line, given: 90, received: 90 })) };
    const other = { ...good, receiver: handOver(committee, 'load', [depot, van], [10, 10]).receiver };
    const codes = [];
    for (const input of [changed, other, { ...good, id: 'x' }]) {
      const { status, json } = await server.command(stranger, 'RecordHandOver', input);
      assert.ok(status >= 400 && status < 500, String(status));
      codes.push(json.code);
    }
    assert.deepEqual(codes.slice(0, 2), ['signature-not-valid', 'hand-of-another-place']);
    assert.equal(balanceAt(await supplyOf(server), lot, depot), 100);
    const first = await server.done(stranger, 'RecordHandOver', good);
    const again = await server.done(stranger, 'RecordHandOver', good);
    assert.deepEqual([again.json.acts, again.json.answer.handOver], [[], first.json.acts[0].index]);
    assert.equal(balanceAt(await supplyOf(server), lot, depot), 90);
  });
});

test('a count of a stock lies beside the book until the other is there: nobody who reads the book sees that there is one', async () => {
  await withServer(async (server) => {
    const { who, depot, item } = await committeeWith(server, 1, 100);
    const before = await server.node.book(who.body);
    const one = await server.done(who, 'CountStock', { site: depot, item, round: 1, found: 97 });
    assert.deepEqual([one.json.acts, one.json.answer], [[], { waiting: 1 }]);
    const after = await server.node.book(who.body);
    assert.deepEqual([after?.head.size, after?.state.supply], [before?.head.size, before?.state.supply]);
    const twice = await server.command(who, 'CountStock', { site: depot, item, round: 1, found: 97 });
    assert.equal(twice.json.code, 'already-counted');
  });
});

test('what phones hold for the time without a network is made of the book alone: hand-overs for both sides, and a queue of nobody', async () => {
  await withServer(async (server) => {
    const committee = await committeeWith(server, 1, 100);
    const { who, depot, lot, vehicles } = committee;
    const stranger = { body: who.body, token: null };
    await server.done(stranger, 'RecordHandOver', handOver(committee, 'load', [depot, vehicles[0] ?? -1], [10, 9]));
    const listed = await server.get(`/api/bodies/${who.body}/hand-overs.json`);
    const [one] = listed.json.handOvers;
    assert.deepEqual([one.from, one.provisional, one.lines[0].lot, one.lines[0].received], [depot, false, lot, 9]);
    const codes = ['0123456789ABCDEF', 'GHJKMNPQRSTVWXYZ'];
    const commitments = codes.map((code) => hashOf(householdCardText(listed.json.origin, code)));
    await server.done(who, 'IssueHouseholdCards', { households: 2, commitments });
    const goods = { goods: 'Garrafa', portions: 2, drawnFrom: 'Dados', at: plusMinutes(server.node.now(), 1) };
    const queue = (await server.done(who, 'AnnounceQueue', goods)).json.acts[0].index;
    const before = (await server.get(`/api/bodies/${who.body}/queues.json`)).json;
    assert.deepEqual(
      [before.queues[0].order, before.cards.map(({ number }: { number: number }) => number)],
      [null, [1, 2]],
    );
    const early = await server.command(who, 'ServePortion', {
      queue,
      code: codes[0],
      serving: '0'.repeat(32),
      given: false,
    });
    assert.equal(early.json.code, 'queue-not-drawn');
  });
});

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

test('members and officers read where sites are and officers a vehicle’s plate; nobody else reads what there is and where', async () => {
  await withServer(async (server) => {
    const committee = await committeeWith(server, 1, 100);
    const { who, neighbour, item, depot, clinic, lot, vehicles } = committee;
    const posta = { title: 'Posta 8', kind: 'clinic', peopleServed: 300, location: 'Calle 4, Senkata' };
    const site = (await server.done(who, 'RegisterSite', posta)).json.acts[0].index;
    const truck = { title: 'Camión azul', carries: [{ item, quantity: 40 }], plate: '2345-ABC' };
    const blue = (await server.done(who, 'RegisterVehicle', truck)).json.acts[0].index;
    const until = '2099-01-01T00:00:00Z';
    const coming = {
      people: 6_000,
      from: '2026-06-01T00:00:00Z',
      until: '2099-01-01T00:00:00Z',
      about: 'Mineros de Huanuni',
    };
    await server.done(who, 'AnnounceContingent', coming);
    await server.done(who, 'DeclareNeed', { site: clinic, item, quantity: 60, until });
    await server.done(who, 'RecordHandOver', handOver(committee, 'deliver', [vehicles[0] ?? 0, clinic], [10, 9]));
    const asks = async (person: Parameters<typeof server.command>[0]) => {
      const { status, json } = await server.get(`/api/bodies/${who.body}/supply`, person);
      assert.equal(status, 200);
      const of = (list: 'sites' | 'vehicles', key: string, index: number) =>
        json[list].find((one: Record<string, number>) => one[key] === index);
      return { json, location: of('sites', 'site', site).location, plate: of('vehicles', 'vehicle', blue).plate };
    };
    const [officer, member] = [await asks(who), await asks(neighbour)];
    assert.deepEqual([officer.location, officer.plate, officer.json.officer], ['Calle 4, Senkata', '2345-ABC', true]);
    assert.deepEqual([member.location, member.plate, member.json.officer], ['Calle 4, Senkata', null, false]);
    const anyone = await server.get(`/api/bodies/${who.body}/supply`);
    assert.deepEqual([anyone.status, anyone.json.code], [403, 'members-only']);
    assert.deepEqual(officer.json.needs, member.json.needs);
    const [contingent] = member.json.announcements;
    assert.deepEqual([contingent.size, contingent.people, contingent.about], ['thousands', 6_000, coming.about]);
    const [need] = member.json.needs;
    assert.deepEqual([need.quantity, need.came, need.until], [60, 9, until]);
    const [gas] = member.json.items;
    // Nobody has shown yet how it came onto the vehicle: below zero there, and the sum is what came in.
    assert.deepEqual([gas.received, gas.depots, gas.vehicles, gas.sites, gas.lost], [100, 100, -10, 9, 1]);
    const [stock] = member.json.lots;
    assert.deepEqual([stock.lot, stock.notShownYet, stock.free], [lot, [vehicles[0]], 90]);
    assert.deepEqual(stock.places, [
      { place: depot, quantity: 100 },
      { place: vehicles[0], quantity: -10 },
    ]);
    assert.equal((await server.get('/api/bodies/nowhere/supply')).status, 404);
  });
});
