// A federation of ten thousand bodies on a node: a top, regions, districts in each, bases in each; every base has voted a map
// and two resolutions.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64Encode, formatVkey, verifierKey } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { DraftAct } from '@cabildo/core';
import { startDatabase } from '@cabildo/server';
import { type Node, openNode } from '../packages/server/src/app/index.ts';
import { createServer } from '../packages/server/src/http/create-server.ts';
import { removeDatabase } from '../packages/server/src/store/postgres/index.ts';
import { type Figure, median, type Settings } from './measure.ts';
import { visit } from './page-visit.ts';

const NODE = 'federacion.example';
const REGIONS = 9;
const DISTRICTS = 10;
const RESOLUTIONS = 2;
/** Books written at once. */
const AT_ONCE = 8;

const subjects = [
  'Agua',
  'Gas',
  'Escuela',
  'Alumbrado',
  'Mercado',
  'Camino',
  'Salud',
  'Olla común',
  'Basura',
  'Cancha',
];

export async function largeFederation(
  { bases: bodies, rounds }: Settings,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-pages-'));
  const database = await startDatabase({ dataDir, env: {}, log: () => undefined });
  const open = (): Promise<Node> => openNode({ databaseUrl: database.url, dataDir, name: NODE, env: {} });
  let node = await open();
  try {
    const started = performance.now();
    const made = await found(node, bodies);
    await node.projected();
    say(`${made} bodies after ${((performance.now() - started) / 1_000).toFixed(0)} s`);
    await node.close();
    // As after a start: nothing is in memory.
    node = await open();
    return await measured(node, made, rounds);
  } finally {
    await node.close();
    await database.stop();
    await removeDatabase(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measured(node: Node, bodies: number, rounds: number): Promise<readonly Figure[]> {
  const app = createServer({ node });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const pages: Readonly<Record<string, string>> = {
    'the tree': '/',
    'the tree of a district': '/?in=distrito-1-1',
    'the map': '/map',
    'the map of a district': '/map?in=distrito-1-1',
    'search for a body': '/?q=zona%2077',
    'choosing a body in the office': '/api/bodies-found?q=zona%2077',
    'the first steps of a body': '/api/bodies/base-1-1-1/first-steps',
    'search for resolutions': '/?q=agua%20zona%207',
    'a body': '/b/base-1-1-1',
    'the site map': '/sitemap.xml',
  };
  const figures: Figure[] = [];
  try {
    await visit(url, '/assets/icon.svg');
    for (const [what, path] of Object.entries(pages)) {
      const first = await visit(url, path);
      const after: number[] = [];
      for (let round = 0; round < rounds * 3; round++) {
        // An act somewhere: no page that was made before is sent again. Of the site map only one that brings a page.
        if (path === '/sitemap.xml')
          await write(node, `${NODE}/base-1-1-1`, resolutions(`Zona 1, ${round}`).slice(1, 3));
        else await write(node, `${NODE}/region-1`, [witness(round)]);
        after.push((await visit(url, path)).firstByteMs);
      }
      figures.push(
        { what: `${what}, of ${bodies} bodies, first after a start`, value: first.firstByteMs, unit: 'ms' },
        { what: `${what}, after an act anywhere, median`, value: median(after), unit: 'ms' },
        { what: `${what}, compressed`, value: first.bytes / 1_000, unit: 'kB' },
      );
    }
    return figures;
  } finally {
    await app.close();
  }
}

/** How many bodies there are in the end. */
async function found(node: Node, bodies: number): Promise<number> {
  const bases = Math.max(1, Math.round((bodies - 1 - REGIONS - REGIONS * DISTRICTS) / (REGIONS * DISTRICTS)));
  const work: (() => Promise<void>)[] = [];
  const below = new Map<string, string[]>();
  const add = (
    above: string | null,
    name: string,
    title: string,
    kind: 'base' | 'delegate',
    acts: readonly DraftAct[],
  ) => {
    if (above !== null) below.set(above, [...(below.get(above) ?? []), name]);
    work.push(() => body(node, name, title, kind, acts));
  };
  add(null, 'federacion', 'Federación', 'delegate', []);
  for (let region = 1; region <= REGIONS; region++) {
    add('federacion', `region-${region}`, `Región ${region}`, 'delegate', []);
    for (let district = 1; district <= DISTRICTS; district++) {
      const of = `${region}-${district}`;
      add(`region-${region}`, `distrito-${of}`, `Distrito ${district} de la Región ${region}`, 'delegate', []);
      for (let base = 1; base <= bases; base++) {
        const corner = [-70 + region * 1.2 + base * 0.01, -20 + district * 1.1] as const;
        const acts = [territory(corner), ...resolutions(`Zona ${base} del ${of}`)];
        add(`distrito-${of}`, `base-${of}-${base}`, `Zona ${base}, Distrito ${of}`, 'base', acts);
      }
    }
  }
  await several(work);
  await several(
    [...below].map(
      ([above, names]) =>
        () =>
          admit(node, above, names),
    ),
  );
  return work.length;
}

async function several(work: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...work];
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

async function body(node: Node, name: string, title: string, kind: string, acts: readonly DraftAct[]): Promise<void> {
  const origin = `${NODE}/${name}`;
  await node.addBook({ origin, kind: 'body', title });
  const convener = { holder: `m-${'0'.repeat(16)}`, key: base64Encode(randomBytes(32)) };
  const data = { name, title, kind, convener, provisionalUntil: '2099-01-01T00:00:00Z' };
  await write(node, origin, [act('BodyFounded', data), ...acts]);
}

const admit = (node: Node, above: string, names: readonly string[]): Promise<void> =>
  write(
    node,
    `${NODE}/${above}`,
    names.map((name) => {
      const below = `${NODE}/${name}`;
      const key = formatVkey(verifierKey(below, 1, randomBytes(32), nodeCrypto));
      return act('AffiliationAdmitted', { below, key, title: name, entitlement: 1 });
    }),
  );

async function write(node: Node, origin: string, acts: readonly DraftAct[]): Promise<void> {
  const outcome = await node.record(origin, acts);
  if (outcome.kind !== 'done') throw new Error(`${origin}: ${JSON.stringify(outcome)}`);
}

const act = (name: string, data: object, beside: object = {}): DraftAct =>
  ({ act: name, data, by: { office: 'presidium', article: 'test' }, ...beside }) as unknown as DraftAct;

/** A quarter with as many corners as people draw by hand. */
function territory([east, north]: readonly [number, number]): DraftAct {
  const corners = Array.from({ length: 24 }, (_, i) => {
    const turn = (i / 24) * 2 * Math.PI;
    const far = 0.004 + 0.001 * Math.sin(5 * turn);
    return [round(east + far * Math.cos(turn)), round(north + far * Math.sin(turn))];
  });
  const content = JSON.stringify({ type: 'Polygon', coordinates: [[...corners, corners[0]]] });
  const sha256 = createHash('sha256').update(content).digest('base64');
  const mediaType = 'application/geo+json';
  const geojson = { sha256, bytes: Buffer.byteLength(content), mediaType };
  return act('TerritoryDrawn', { vote: 0, geojson }, { attach: { geojson: { mediaType, content } } });
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

const textHash = base64Encode(new Uint8Array(32));

/** What follows the founding and the map in a base’s book. */
function resolutions(where: string): readonly DraftAct[] {
  const sitting = 2;
  const roll = { size: 1, root: textHash };
  const convened = { kind: 'ordinary', place: 'Sede', startsAt: '2026-01-01T00:00:00Z', notice: [], roll };
  const decided = Array.from({ length: RESOLUTIONS }, (_, i) => {
    const motion = sitting + 1 + 2 * i;
    const text = {
      matter: 'ordinary',
      title: `${subjects[(where.length + i) % subjects.length]} para la ${where}`,
      textHash,
    };
    return [
      act('MotionTabled', { sitting, ...text, proposal: { kind: 'resolution' } }),
      act('ResolutionAdopted', { vote: motion, motion, ...text, status: 'in-force' }),
    ];
  });
  return [act('SittingConvened', convened), ...decided.flat()];
}

const witness = (number: number): DraftAct => {
  const name = `testigo-${number}.example`;
  return act('WitnessAppointed', { name, key: formatVkey(verifierKey(name, 4, randomBytes(32), nodeCrypto)) });
};
