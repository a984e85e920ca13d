import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

const collection = (...geometries: object[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry, at) => ({ type: 'Feature', id: at + 1, properties: {}, geometry })),
  });
const road = collection({
  type: 'LineString',
  coordinates: [
    [-68, -16],
    [-68, -16.1],
    [-68, -16.2],
  ],
});
const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });

async function files(closures: string) {
  const folder = await scratch();
  const [roads, cuts] = [join(folder, 'roads.geojson'), join(folder, 'closures.geojson')];
  await writeFile(roads, road);
  await writeFile(cuts, closures);
  return { roads, cuts };
}

test('supply reach: a document alone, in its shape; a place west of Greenwich is no option', async () => {
  const { roads, cuts } = await files(collection(point(-68, -16.15), point(0, 0)));
  const asked = ['supply', 'reach', '--roads', roads, '--closures', cuts, '--from', '-68,-16', '--json'];
  const ran = await cabildo([...asked, '--to', 'near=-68,-16.1', 'far=-68,-16.2']);
  assert.equal(ran.code, 0, ran.err);
  assert.deepEqual(JSON.parse(ran.out), {
    points: 3,
    edges: 2,
    km: 22.239,
    reachable: 2,
    closuresSnapped: 1,
    closuresIgnored: [{ id: '2', place: [0, 0], km: 7660.671, why: 'too-far' }],
    targets: [
      { name: 'near', km: 11.12, cutOffBy: [] },
      { name: 'far', km: null, cutOffBy: [{ id: '1', place: [-68, -16.15] }] },
    ],
  });
  const typed = await cabildo([...asked, '--closure', 'puente=-68,-16.05']);
  assert.deepEqual([JSON.parse(typed.out).reachable, JSON.parse(typed.out).closuresSnapped], [1, 2], typed.err);
  const said = await cabildo(['supply', 'reach', '--roads', roads, '--from=-68,-16', '--lang', 'es']);
  assert.match(said.out, /Se alcanzan 3 de 3 puntos/);
});

test('supply reach: closures of another hemisphere are answered and reported, and end with 1', async () => {
  const { roads, cuts } = await files(collection(point(68, 16.15)));
  const asked = ['supply', 'reach', '--roads', roads, '--closures', cuts, '--from', '-68,-16', '--json'];
  const ran = await cabildo(asked);
  assert.equal(ran.code, 1);
  assert.equal(JSON.parse(ran.out).closuresIgnored.length, 1);
  assert.match(ran.err, /closures\.geojson: 1 \(68, 16\.15\): none of the closures given is anywhere near/);
});

test('supply reach: what cannot be read ends with 2, and says where', async () => {
  const { roads, cuts } = await files(collection(point(-68, 1e308)));
  for (const [line, said] of [
    [['--roads', roads, '--closures', cuts, '--from', '-68,-16'], /closures\.geojson: line 1, .*\[1\]: the latitude/],
    [['--roads', cuts, '--from', '-68,-16'], /a road is a LineString/],
    [['--roads', roads, '--from', '-68'], /--from: “-68” is no LONGITUDE,LATITUDE/],
    [['--roads', roads, '--from', '-68,NaN'], /no LONGITUDE,LATITUDE/],
    [['--roads', roads, '--from', '-16,-68'], /--from: -16,-68 is more than 100 km from any road/],
    [['--roads', roads, '--from', '-68,-16', '--to', 'Oruro'], /“NAME=” is missing/],
    [['--roads', roads, '--from', '-68,-16', '--closure', 'X=1,200'], /--closure X=1,200: “1,200” is no LONGITUDE/],
    [['--roads', roads, '--from', '-68,-16', '--to', 'X=1,2'], /--to X: 1,2 is more than 100 km/],
    [['--roads', roads, '--from', '-68,-16', '--snap-km', '-3'], /--snap-km -3 is no distance/],
    [['--roads', roads, '--from', '-68,-16', '--at', '2026-06-02T12:00'], /no time with its zone/],
    [['--roads', `${roads}x`, '--from', '-68,-16'], /does not exist/],
    [['--roads', '.', '--from', '-68,-16'], /is a folder, not a file/],
    [['--from', '-68,-16'], /--roads F\.geojson is missing/],
  ] as const) {
    const ran = await cabildo(['supply', 'reach', ...line]);
    assert.deepEqual([ran.code, ran.out], [2, ''], ran.err);
    assert.match(ran.err, said);
  }
});
