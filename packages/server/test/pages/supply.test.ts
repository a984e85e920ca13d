// What everybody reads of a committee that shares out goods: what came, where it went, who goes without and why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftAct } from '@cabildo/core';
import { plusDays } from '@cabildo/core';
import { type Committee, committeeWith, handOver } from '../http/hand-over-phones.ts';
import { type TestServer, withServer } from '../http/http-fixture.ts';

const MOST_BYTES = 30_000;

const pageOf = async ({ get }: TestServer, path: string): Promise<string> => {
  const { status, text } = await get(path, { headers: { accept: 'text/html' } });
  assert.equal(status, 200, path);
  assert.ok(Buffer.byteLength(text) <= MOST_BYTES, `${path}: ${Buffer.byteLength(text)}`);
  assert.doesNotMatch(text, /<script/);
  return text;
};

/** What stands in the row of a table that begins so. */
function rowOf(page: string, name: string): string {
  const row = page.split('<tr>').find((one) => one.replaceAll(/<[^>]+>/g, '').startsWith(name));
  assert.ok(row !== undefined, `${name} in ${page}`);
  return row.slice(0, row.indexOf('</tr>'));
}

const figureIn = (page: string, name: string): string =>
  /data-name="How much">(.*?)<\/td>/.exec(rowOf(page, name))?.[1]?.replaceAll(/<[^>]+>/g, '') ?? '';

async function inBook(server: TestServer, { origin }: Committee, act: string, data: object): Promise<number> {
  const draft = { act, data, by: { office: 'test', article: 'test' } } as unknown as DraftAct;
  const outcome = await server.node.record(origin, [draft]);
  assert.ok(outcome.kind === 'done', JSON.stringify(outcome));
  return outcome.acts[0]?.index ?? -1;
}

interface Registered {
  readonly kitchen: number;
  readonly oxygen: number;
  readonly need: number;
}

async function registered(server: TestServer, { who, clinic, item, depot }: Committee): Promise<Registered> {
  const done = async (command: string, input: object): Promise<number> =>
    (await server.done(who, command, input)).json.acts[0].index;
  const now = server.node.now();
  const near = { near: { east: -6816, north: -1654 }, area: 'Distrito 8', publish: true };
  const kitchen = await done('RegisterSite', { title: 'Olla', kind: 'kitchen', peopleServed: 300, ...near });
  await done('RegisterSite', {
    title: 'Sede',
    kind: 'hall',
    peopleServed: 0,
    ...near,
    near: { east: -6820, north: -1650 },
  });
  const until = plusDays(now, 10);
  const need = await done('DeclareNeed', { site: clinic, item, quantity: 20, until });
  await done('DeclareNeed', { site: kitchen, item, quantity: 9, until });
  await done('AnnounceContingent', { people: 6013, from: now, until, about: 'Mineros de Huanuni' });
  const sensitive = { step: 10 };
  const oxygen = await done('NameItem', { symbol: 'OXI', title: 'Oxygen', unit: 'tubo', cargo: 'oxygen', sensitive });
  await done('ReceiveLot', { item: oxygen, site: depot, quantity: 77, from: 'Planta' });
  return { kitchen, oxygen, need };
}

test('given hand-overs of which one is provisional and one short, the page shows the sum, who goes without and why, and leads to each act', async () => {
  await withServer(async (server) => {
    const committee = await committeeWith(server, 1, 100);
    const { who, depot, clinic, item, lot, vehicles } = committee;
    const { oxygen, need } = await registered(server, committee);
    const [truck = -1] = vehicles;
    const nobody = { body: who.body, token: null };
    // The delivery comes before the loading that it needs.
    const { receiver: _, ...alone } = handOver(committee, 'deliver', [truck, clinic], [12, 11]);
    const delivered = (await server.done(nobody, 'RecordHandOver', alone)).json.acts[0].index;
    const before = await pageOf(server, `/b/${who.body}/supply?lang=en`);
    assert.match(before, /At “Camión 1” the book shows 12 less than nothing/);
    await server.done(nobody, 'RecordHandOver', handOver(committee, 'load', [depot, truck], [30, 30]));
    const page = await pageOf(server, `/b/${who.body}/supply?lang=en`);
    assert.doesNotMatch(page, /less than nothing/);
    assert.deepEqual(
      ['Came in', 'In depots', 'On its way', 'Delivered', 'Lost'].map((name) => figureIn(page, name)),
      ['100', '70', '18', '11', '1'],
      'what came is all the rest together',
    );
    assert.match(rowOf(page, 'Came in'), new RegExp(`/b/${who.body}/acts/${lot}\\b`));
    assert.match(rowOf(page, 'Lost'), new RegExp(`/b/${who.body}/acts/${delivered}\\b`));
    assert.match(page, /Camión 1 → Posta: 11 GLP10.*?Provisional/s);
    assert.match(page, /Thousands of people/);
    assert.doesNotMatch(page, /6[.,]?013|Huanuni/);
    assert.match(page, /Of this no amounts are shown here/);
    assert.doesNotMatch(
      page.replaceAll(/href="[^"]*"|act [0-9]+/g, ''),
      /77/,
      'what is sensitive is for members by default',
    );
    const one = await pageOf(server, `/b/${who.body}/supply/${item}?lang=en`);
    assert.match(
      rowOf(one, 'Posta'),
      new RegExp(
        `acts/${need}\\?lang=en">20<.*?>11 .*?1 were missing.*?5 of 10 days.*?No plan shares this out now`,
        's',
      ),
    );
    assert.match(rowOf(one, 'OllaDistrito 8'), />9<.*?>0.*?0 of 10 days/s);
    await pageOf(server, `/b/${who.body}/supply/${oxygen}?lang=es`);
    assert.match(await pageOf(server, `/b/${who.body}?lang=en`), new RegExp(`href="/b/${who.body}/supply\\?lang=en"`));
    assert.match(page, /<svg class="map dots".*?<circle.*?<circle/s);
    for (const path of ['supply/999999', `supply/${depot}`, 'supply/x'])
      assert.equal((await server.get(`/b/${who.body}/${path}`)).status, 404, path);
  });
});

test('passages are on the page as totals by cargo, added up from the acts, with the way to the block’s page', async () => {
  await withServer(async (server) => {
    const committee = await committeeWith(server, 0, 10);
    const at = server.node.now();
    const measure = { vote: 0, resolution: 0, what: 'Bloqueo de Senkata', place: 'Puente', from: at };
    const closure = await inBook(server, committee, 'MeasureDeclared', measure);
    const hours = { closure, from: plusDays(at, -1), until: at };
    const counted = { withPass: [{ cargo: 'oxygen', count: 3 }], withoutPass: [{ cargo: 'oxygen', count: 2 }] };
    const acts = [
      await inBook(server, committee, 'PassagesReconciled', { ...hours, ...counted }),
      await inBook(server, committee, 'PassagesReconciled', {
        ...hours,
        withPass: [{ cargo: 'goods', count: 4 }],
        withoutPass: [{ cargo: 'oxygen', count: 5 }],
      }),
    ];
    const page = await pageOf(server, `/b/${committee.who.body}/supply?lang=en`);
    const cells = (name: string) =>
      [...rowOf(page, name).matchAll(/<td[^>]*>(.*?)<\/td>/g)].slice(1, 3).map(([, cell]) => cell);
    assert.deepEqual(
      [cells('oxygen'), cells('other goods')],
      [
        ['3', '7'],
        ['4', '0'],
      ],
    );
    for (const act of acts) assert.match(page, new RegExp(`/acts/${act}\\b`));
    assert.match(page, /href="\/pass\?lang=en"/);
  });
});

test('of a stock that the statute has coarsened the page shows whole steps, and says that the acts are exact', async () => {
  await withServer(async (server) => {
    const publicity = { votes: 'totals', sensitive: 'coarsened' };
    const committee = await committeeWith(server, 0, 10, { publicity });
    const { oxygen } = await registered(server, committee);
    const page = await pageOf(server, `/b/${committee.who.body}/supply/${oxygen}?lang=en`);
    assert.deepEqual([figureIn(page, 'Came in'), figureIn(page, 'In depots')], ['about 70', 'about 70']);
    assert.match(page, /exact figures are in the book’s acts/);
    assert.doesNotMatch(page.replaceAll(/href="[^"]*"|act [0-9]+/g, ''), /77/);
  });
});
