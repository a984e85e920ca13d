// How much is where of what could put people in danger, and where it lies: asked of every route of the node by somebody who is nobody here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Committee, committeeWith, handOver } from './hand-over-phones.ts';
import { type TestServer, withServer } from './http-fixture.ts';

/** Numbers that stand nowhere else: what came in, what of it is left at the depot, what a lorry took. */
const planted = { received: 73_019, left: 66_888, taken: 6_131 } as const;

/** What lies beside the book. */
const beside = ['-68.123457', 'Pasaje 4', '7391-QRS', '48_017', 'Huanuni'].map((one) => one.replace('_', ''));

/** Answers with acts of the book as they are, in which amounts stand exactly (decision 0017, What is public). */
const ofTheBook = [
  '/a/{code}',
  '/api/acts/{code}',
  '/api/bodies/{body}/acts',
  '/api/bodies/{body}/acts-of/{types}',
  '/api/bodies/{body}/acts/{index}',
  '/api/bodies/{body}/archive.tar',
  '/b/{body}/acts/{index}',
  '/books/{body}/{path}',
];

/** What both sides sign is exact, and whoever signs has no account: of a hand-over, and not of what is left. */
const signed = { route: '/api/bodies/{body}/hand-overs.json', of: planted.taken };

/** It never ends; what it tells is a list of acts. */
const stream = '/api/bodies/{body}/events';

async function plant(server: TestServer, committee: Committee): Promise<void> {
  const { who, depot, hands, vehicles } = committee;
  const done = async (command: string, input: object): Promise<number> =>
    (await server.done(who, command, input)).json.acts[0].index;
  const until = '2099-01-01T00:00:00Z';
  const tubes = { symbol: 'OXI', title: 'Oxígeno', unit: 'tubo', cargo: 'oxygen', sensitive: { step: 1_000 } };
  const item = await done('NameItem', tubes);
  await done('RegisterSite', {
    ...{ title: 'Refugio', kind: 'shelter', peopleServed: 90, location: 'Pasaje 4, lon -68.123457 lat -16.654321' },
  });
  await done('RegisterVehicle', { title: 'Camión azul', carries: [], plate: '7391-QRS' });
  const coming = { people: 48_017, from: '2026-06-01T00:00:00Z', until, about: 'Mineros de Huanuni' };
  await done('AnnounceContingent', coming);
  const lot = await done('ReceiveLot', { item, site: depot, quantity: planted.received, from: 'Planta' });
  const taken = [planted.taken, planted.taken] as const;
  const load = handOver({ ...committee, item, lot, hands }, 'load', [depot, vehicles[0] ?? -1], taken);
  await server.done({ body: who.body, token: null }, 'RecordHandOver', load);
  const counted = { site: depot, item, round: 1, found: planted.left };
  await server.done(who, 'CountStock', counted);
}

/** Every address that a route has here: with each act's number where it asks for one. */
function addressesOf(route: string, { body, size, codes, types }: Known): readonly string[] {
  const numbers = Array.from({ length: size }, (_, number) => String(number));
  const filled: Readonly<Record<string, readonly string[]>> = {
    ...{ body: [body], types, code: codes, language: ['es', 'en'] },
    ...{ index: numbers, motion: numbers, sitting: numbers },
  };
  return [...route.matchAll(/\{(\w+)\}/g)].reduce<readonly string[]>(
    (paths, [slot, name = '']) =>
      paths.flatMap((path) => (filled[name] ?? ['1']).map((value) => path.replace(slot, encodeURIComponent(value)))),
    [route],
  );
}

interface Known {
  readonly body: string;
  readonly size: number;
  readonly codes: readonly string[];
  readonly types: readonly string[];
}

/** `73.019`, `73,019` and `73 019` are the same number. */
const plain = (text: string): string => text.replaceAll(/(?<=\d)[.,\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');

for (const sensitive of ['members', 'coarsened'] as const)
  test(`what is sensitive and published as “${sensitive}” is told exactly by no route to whoever has no card`, async () => {
    await withServer(async (server) => {
      const publicity = { votes: 'roll-call', sensitive };
      const committee = await committeeWith(server, 1, 100, { publicity });
      await plant(server, committee);
      const { body } = committee.who;
      const { acts } = (await server.get(`/api/bodies/${body}/acts?limit=500`)).json as {
        readonly acts: readonly { readonly act: string; readonly code: string }[];
      };
      const codes = acts.map(({ code }) => code);
      const known = { body, size: acts.length, codes, types: [...new Set(acts.map(({ act }) => act))] };
      const { paths } = (await server.get('/openapi.json')).json as {
        readonly paths: Readonly<Record<string, object>>;
      };
      const routes = Object.keys(paths).filter((route) => 'get' in (paths[route] ?? {}) && route !== stream);
      const told: string[] = [];
      const seen = new Set<string>();
      for (const route of routes)
        for (const path of addressesOf(route, known)) {
          const { status, text } = await server.get(path);
          assert.ok(status < 500 || path === '/healthz' || /^\/phone/.test(path), `${path}: ${status}`);
          if (status === 200) seen.add(route);
          const said = plain(text);
          for (const word of beside) if (text.includes(word) || said.includes(word)) told.push(`${path}: ${word}`);
          if (ofTheBook.includes(route)) continue;
          for (const number of Object.values(planted))
            if (said.includes(String(number)) && !(route === signed.route && number === signed.of))
              told.push(`${path}: ${number}`);
        }
      assert.deepEqual(told, []);
      assert.ok(seen.size > 30, `${[...seen]}`);
      // The numbers are there to be found: in the book, and for members.
      assert.match((await server.get(`/api/bodies/${body}/acts?limit=500`)).text, /73019/);
      const member = await server.get(`/api/bodies/${body}/supply`, committee.neighbour);
      for (const number of [planted.received, planted.left]) assert.match(member.text, new RegExp(`\\b${number}\\b`));
      for (const word of ['-68.123457', 'Huanuni']) assert.ok(member.text.includes(word), word);
    });
  });
