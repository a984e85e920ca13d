// The territory of a body: a map that its assembly has voted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules } from '../src/index.ts';
import { mapFlaw } from '../src/territory/geojson.ts';
import { outlineFlaw } from '../src/territory/outline-flaw.ts';
import { originOf, statuteWith } from './federation/agreed.ts';
import type { Base } from './federation/assembly.ts';
import { deviceKey, operator } from './federation/federation.ts';
import { crossed, district, drawTerritory, feature, polygon, square } from './federation/territories.ts';
import { federationOf } from './federation/upper.ts';

const placeOf = (value: unknown) => mapFlaw(JSON.stringify(value))?.place ?? null;
const collection = (...features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const withPosition = (position: unknown, at: number) => square.map((one, i) => (i === at ? position : one));

test('areas alone, in a feature or in a collection of features are a territory', () => {
  const many = { type: 'MultiPolygon', coordinates: [[square], [square, square]] };
  for (const map of [polygon(square), many, feature(many), collection(feature(polygon(square)), feature(many))])
    assert.equal(placeOf(map), null);
});

test('what is not an area is refused at its place', () => {
  assert.equal(mapFlaw('{')?.place, '');
  assert.equal(placeOf({ type: 'Point', coordinates: [0, 0] }), '');
  assert.equal(placeOf(collection()), 'features');
  assert.equal(placeOf(collection(polygon(square))), 'features[0]');
  assert.equal(placeOf(collection(feature(null))), 'features[0].geometry');
  assert.equal(placeOf(polygon()), 'coordinates');
});

test('a ring has four positions or more and ends where it began', () => {
  assert.equal(placeOf(polygon(square.slice(0, 3))), 'coordinates[0]');
  assert.equal(
    placeOf(collection(feature(polygon(withPosition([-68.2, -16.51], 3))))),
    'features[0].geometry.coordinates[0][3]',
  );
});

test('degrees end at 180 and at 90', () => {
  assert.equal(placeOf(polygon(withPosition([180, 90], 1))), null);
  assert.equal(placeOf(polygon(withPosition([180.1, 0], 1))), 'coordinates[0][1]');
  assert.equal(placeOf(polygon(withPosition([0, -90.1], 2))), 'coordinates[0][2]');
  assert.equal(placeOf(polygon(withPosition(['0', 0], 2))), 'coordinates[0][2]');
});

test('the last map that was voted is the territory, and the book holds against an audit', () => {
  const world = federationOf();
  const base = world.bases[0] as Base;
  const first = drawTerritory(world, base);
  const second = drawTerritory(world, base, JSON.stringify(polygon(square)));
  const { state, acts } = world.fed.book(base.origin);
  assert.ok(second > first);
  assert.equal(state.body?.territory?.act, second);
  assert.notEqual(state.body?.territory?.bytes, district.length);
  assert.deepEqual(auditRules(base.origin, acts).differences, []);
});

const flawOf = (value: unknown) => outlineFlaw(JSON.stringify(value));

test('an outline that crosses itself or encloses nothing is refused at its place; a hole, a dent and what only touches are not', () => {
  assert.deepEqual(flawOf(polygon(crossed)), { place: 'coordinates[0][2]', what: 'crosses' });
  const line = [square[0], square[1], square[0], square[0]];
  const inside = collection(feature({ type: 'MultiPolygon', coordinates: [[square], [square, line]] }));
  assert.deepEqual(flawOf(inside), { place: 'features[0].geometry.coordinates[1][1]', what: 'encloses-nothing' });
  const dented = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 1],
    [0, 4],
    [0, 0],
  ];
  const touching = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 0],
    [0, 4],
    [0, 0],
  ];
  for (const ring of [square, dented, touching]) assert.equal(flawOf(polygon(square, ring)), null);
});

test('a body is founded with its territory, which no vote has drawn; a sitting draws another, and the book holds against an audit', () => {
  const world = federationOf();
  const { fed } = world;
  const founder = { name: 'otra', key: deviceKey('otra') };
  const input = { title: 'Otra', kind: 'base', founder, statute: statuteWith(), provisionalDays: 60 } as const;
  const origin = originOf('otra');
  const founding = (territory: string) => ({ ...input, name: 'otra', territory });
  fed.refuses(origin, operator, 'FoundBody', founding(JSON.stringify(polygon(crossed))), 'map-outline');
  fed.refuses(origin, operator, 'FoundBody', founding('{"type":"Point"}'), 'map-malformed');
  fed.must(origin, operator, 'FoundBody', founding(district));
  const { state, acts } = fed.book(origin);
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['BodyFounded', 'StatuteAdopted', 'TerritoryDrawn'],
  );
  assert.deepEqual([state.body?.territory?.act, state.body?.territory?.bytes], [2, district.length]);
  assert.deepEqual(auditRules(origin, acts).differences, []);
});
