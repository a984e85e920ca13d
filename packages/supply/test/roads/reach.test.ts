import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from '../../src/roads/great-circle.ts';
import { parts } from '../../src/roads/network.ts';
import { areAllAstray, type Reach, reach } from '../../src/roads/reach.ts';
import { reachDocument, reachLines } from '../../src/roads/reach-document.ts';
import { readClosures, readRoads } from '../../src/roads/read-geojson.ts';
import { readShared, skipWithoutData } from './data.ts';

const cities: Readonly<Record<string, Position>> = {
  'La Paz': [-68.15, -16.5],
  Oruro: [-67.11, -17.97],
  Cochabamba: [-66.157, -17.39],
  'Santa Cruz': [-63.18, -17.78],
  Sucre: [-65.26, -19.04],
  Potosí: [-65.75, -19.58],
  Tarija: [-64.73, -21.53],
  Trinidad: [-64.9, -14.83],
  Cobija: [-68.77, -11.03],
};

function reachOn(closures: string | null): Reach {
  return reach({
    roads: readRoads(readShared('supply/roads-bolivia.geojson')),
    closures: closures === null ? [] : readClosures(readShared(`supply/${closures}`)),
    from: [-68.19, -16.5],
    to: Object.entries(cities).map(([name, place]) => ({ name, place })),
    snapKm: 3,
  });
}

test('Bolivia’s main roads hang together, and every main city is on them', { skip: skipWithoutData }, () => {
  const all = reachOn(null);
  const [largest = 0] = parts(all.roads);
  assert.equal(all.roads.points, 3_654);
  assert.ok(largest > 0.99 * all.roads.points);
  assert.equal(all.reachable, largest);
  assert.deepEqual(
    all.targets.filter(({ decimetres }) => decimetres === null),
    [],
  );
  // By road La Paz and Santa Cruz are some 850 km from each other, La Paz and Cobija some 1,200.
  const km = Object.fromEntries(
    all.targets.map(({ name, decimetres }) => [name, Math.round((decimetres ?? 0) / 10_000)]),
  );
  assert.ok((km['Santa Cruz'] ?? 0) > 700 && (km['Santa Cruz'] ?? 0) < 1_000);
});

test('on 2 June 2026 the road blocks left 727 of 3,654 points, and one main city', { skip: skipWithoutData }, () => {
  const found = reachOn('closures-2026-06-02.geojson');
  assert.equal(found.reachable, 727);
  assert.equal(found.snapped.length + found.ignored.length, 96);
  assert.deepEqual(
    found.targets.filter(({ decimetres }) => decimetres !== null).map(({ name }) => name),
    ['La Paz'],
  );
  const { closuresIgnored, targets } = reachDocument(found);
  assert.deepEqual(closuresIgnored[0]?.place, [0, 0]);
  for (const { km, cutOffBy } of targets) assert.equal(km === null, cutOffBy.length > 0);
});

test('on 10 June La Paz alone is left, and opening what is named joins each city', { skip: skipWithoutData }, () => {
  const found = reachOn('closures-2026-06-10.geojson');
  for (const { name, cutOffBy } of found.targets.filter(({ decimetres }) => decimetres === null)) {
    const named = new Set(cutOffBy.map(({ closure }) => closure));
    const rest = found.snapped.map(({ closure }) => closure).filter((closure) => !named.has(closure));
    const to = [{ name, place: cities[name] as Position }];
    const asked = { roads: found.roads, from: [-68.19, -16.5] as const, to, snapKm: 3 };
    assert.ok(reach({ ...asked, closures: rest }).targets[0]?.decimetres, name);
    const [first] = named;
    assert.equal(reach({ ...asked, closures: first ? [...rest, first] : rest }).targets[0]?.decimetres, null, name);
  }
});

/** A road along a parallel, a point every tenth of a degree (some 11 km): 0 to 5; and another one far to the north. */
const road = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    [
      [0, 0],
      [0.1, 0],
      [0.2, 0],
      [0.3, 0],
      [0.4, 0],
      [0.5, 0],
    ],
    [
      [0, 3],
      [0.1, 3],
    ],
  ].map((coordinates) => ({ type: 'Feature', properties: null, geometry: { type: 'LineString', coordinates } })),
});

const at = (place: Position, more: object = {}) => ({ id: `${place}`, place, ...more });

function along(closures: readonly ReturnType<typeof at>[], more: object = {}): Reach {
  return reach({
    roads: readRoads(road),
    closures,
    from: [0, 0],
    to: [
      { name: 'end', place: [0.5, 0.001] },
      { name: 'north', place: [0, 3] },
    ],
    snapKm: 3,
    ...more,
  });
}

test('a block between two points closes the stretch; one at a point closes the point', () => {
  assert.deepEqual([along([]).reachable, along([]).targets[0]?.decimetres], [6, 555_975]);
  assert.equal(along([at([0.25, 0.01])]).reachable, 3);
  assert.equal(along([at([0.2, 0])]).reachable, 2);
  assert.equal(along([at([0.2001, 0.0001])]).reachable, 2);
  const { reachable, startClosedBy } = along([at([0, 0])]);
  assert.deepEqual([reachable, startClosedBy.length], [0, 1]);
});

test('a block too far from any road is named, and so is one that has expired', () => {
  const closures = [at([0.25, 0.03]), at([0.25, 0], { until: '2026-06-02T12:00:00-04:00' })];
  const early = along(closures, { at: '2026-06-02' });
  assert.deepEqual([early.snapped.length, early.ignored.length, early.reachable], [1, 1, 3]);
  const late = along(closures, { at: '2026-06-02T16:00:00Z' });
  assert.deepEqual(
    reachDocument(late).closuresIgnored.map(({ why, km }) => [why, Math.round(km)]),
    [
      ['too-far', 3],
      ['expired', 0],
    ],
  );
  assert.equal(late.reachable, 6);
  assert.equal(along(closures, { snapKm: 4 }).snapped.length, 2);
});

test('blocks all of another hemisphere are told apart from a few that are off the road', () => {
  assert.ok(areAllAstray(along([at([0.2, -80])])));
  assert.ok(!areAllAstray(along([at([0.2, 0.5])])));
  assert.ok(!areAllAstray(along([at([0.2, -80]), at([0.2, 0])])));
});

test('whoever is cut off is told by which blocks, in their order on the way; whoever has no road is told that', () => {
  const found = along([at([0.35, 0]), at([0.22, 0]), at([0.28, 0]), at([0.21, 0])]);
  assert.deepEqual(
    found.targets[0]?.cutOffBy.map(({ closure }) => closure.place[0]),
    [0.21, 0.22, 0.28, 0.35],
  );
  assert.deepEqual([found.targets[1]?.cutOffBy, found.targets[1]?.hasRoad], [[], false]);
  assert.match(reachLines(found, 'en').join('\n'), /end: cut off\. To open: 4 closures 0\.21,0, 0\.22,0/);
  assert.match(reachLines(found, 'es').join('\n'), /north: ningún camino de esta red llega/);
});

test('of a closure that cuts a place off, the body that decided it is named, and that nobody has confirmed it', () => {
  const known = { decidedBy: 'Junta Norte', reportedBy: 'office', confirmed: false, until: '2026-06-05' };
  const found = along([{ ...at([0.25, 0]), ...known }]);
  assert.match(reachLines(found, 'en').join('\n'), /To open: closure 0\.25,0 \(Junta Norte, unconfirmed\)/);
  assert.match(reachLines(found, 'es').join('\n'), /el corte 0\.25,0 \(Junta Norte, sin confirmar\)/);
  const [target] = reachDocument(found).targets.filter(({ cutOffBy }) => cutOffBy.length > 0);
  assert.deepEqual(target?.cutOffBy, [{ id: '0.25,0', place: [0.25, 0], ...known }]);
});
