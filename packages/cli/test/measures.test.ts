// Where measures stand, from the command line: what the node tells a member, and what it tells anybody.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

const token = 'a'.repeat(43);
const measure = {
  book: 'alto',
  title: 'Federación',
  index: 12,
  what: 'Bloqueo',
  from: '2026-06-01T12:00:00Z',
  standing: 'called',
  area: null,
  forMembers: true,
  withdrawn: false,
};

/** A node that knows one member, as `GET …/measures` answers (packages/server/test/http/places.test.ts). */
const server = createServer((request, response) => {
  const known = request.headers.authorization === `Bearer ${token}`;
  const found = request.url === '/api/bodies/villa-ingenio/measures';
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ measures: [{ ...measure, place: known ? 'Río Seco, surtidor' : null }] }));
});

let url: string;
let folder: string;

before(async () => {
  folder = await scratch();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (...more: string[]) =>
  cabildo(['measures', 'villa-ingenio', '--node', url, ...more], { env: { XDG_STATE_HOME: folder } });

test('whoever has a session reads where a measure stands, anybody else that it is for members', async () => {
  const session = join(folder, 'own.session');
  await writeFile(session, `${token}\n`);
  const member = await ask('--session', session, '--lang', 'es');
  assert.equal(member.code, 0, member.err);
  assert.equal(
    member.out,
    'Federación 12 · Bloqueo · en curso · 2026-06-01T12:00:00Z\n  Río Seco, surtidor\n  el lugar exacto es sólo para los miembros\n',
  );
  const anybody = await ask('--lang', 'en');
  assert.equal(anybody.code, 0, anybody.err);
  assert.doesNotMatch(anybody.out, /surtidor/);
  assert.match(anybody.out, /the exact place is for members alone/);
  const document = JSON.parse((await ask('--json')).out);
  assert.equal(document.measures[0].place, null);
});

test('a body that is not there is no empty list', async () => {
  const unknown = await cabildo(['measures', 'nowhere', '--node', url], { env: { XDG_STATE_HOME: folder } });
  assert.equal(unknown.code, 2, unknown.out);
});
