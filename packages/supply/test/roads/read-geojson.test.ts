import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, problemSentence } from '../../src/problem.ts';
import { readClosures, readRoads } from '../../src/roads/read-geojson.ts';

const feature = (geometry: unknown, more: object = {}) => ({ type: 'Feature', properties: {}, ...more, geometry });
const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features }, null, 1);
const line = (...coordinates: unknown[]) => feature({ type: 'LineString', coordinates });
const point = (coordinates: unknown, more: object = {}) => feature({ type: 'Point', coordinates }, more);

function saidOf(read: (source: string) => unknown, source: string): string {
  const outcome = attempt(() => read(source));
  return outcome.ok ? 'fine' : problemSentence(outcome.problem).en;
}

test('roads that cannot be used are named with their place', () => {
  for (const [source, said] of [
    [
      collection(line([1, 2])),
      /^line 9, column 20, features\[0\]\.geometry\.coordinates: a line has at least two points/,
    ],
    [collection(line([1, 2], [1, 2])), /features: a road network needs at least one line with two different points/],
    [
      collection(point([1, 2])),
      /features\[0\]\.geometry\.type: a road is a LineString or a MultiLineString, not Point/,
    ],
    [collection(line([1, 2], [181, 2])), /coordinates\[1\]\[0\]: the longitude is a number from −180 to 180, not 181/],
    [collection(line([1, 2], [3, -91])), /coordinates\[1\]\[1\]: the latitude/],
    [collection(line([1, 2], [3])), /coordinates\[1\]: the latitude is a number from −90 to 90, not undefined/],
    [collection(line([1, 2], ['3', 4])), /coordinates\[1\]\[0\]: the longitude .* not "3"/],
    [collection(line([1, 2], 'x')), /coordinates\[1\]: a list/],
    [collection(line([1, 2], [3, 4])).replace('3', '1e308'), /coordinates\[1\]\[0\]: the longitude .* not 1e\+308/],
    [collection(line([1, 2], [3, 4])).replace('3', '1e999'), /coordinates\[1\]\[0\]: the longitude/],
    [collection(line([1, 2], [3, 4])).replace('3', 'NaN'), /^line \d+, column \d+.*“NaN” does not belong here/],
    [collection(), /features: a road network/],
    [collection({ type: 'Road' }), /features\[0\]\.type: "Feature" belongs here/],
    ['{"type":"FeatureCollection"}', /a list \[…\] belongs here/],
    ['{"type":"Topology"}', /"FeatureCollection" belongs here/],
    ['[]', /an object/],
    ['', /breaks off here/],
    ['{"type":"FeatureCollection","features":[', /breaks off here/],
  ] as const) {
    assert.match(saidOf(readRoads, source), said, source);
  }
});

test('roads come as lines, as lines of several parts, with heights, as one feature or as one geometry', () => {
  const parts = feature({
    type: 'MultiLineString',
    coordinates: [
      [
        [0, 0, 3_800],
        [1, 1, 4_000],
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ],
  });
  for (const source of [collection(parts, feature(null)), JSON.stringify(parts), JSON.stringify(parts.geometry)]) {
    const { points, stretches } = readRoads(`\ufeff${source}`);
    assert.deepEqual([points, stretches], [3, 2]);
  }
});

test('closures are points with what is known of them; a place that is none is named', () => {
  const known = {
    since: '2026-06-01',
    decidedBy: 'ampliado',
    reportedBy: 'relaciones',
    confirmed: false,
    until: '2026-06-09',
  };
  const [first, second, third] = readClosures(
    collection(
      point([-65, -17], { id: 9, properties: known }),
      point([1, 2], { properties: { reported: '2 de junio' } }),
      point([1, 2], { properties: null, id: 'puente' }),
    ),
  );
  assert.deepEqual(first, { id: '9', place: [-65, -17], ...known });
  assert.deepEqual(second, { id: 'features[1]', place: [1, 2], since: '2 de junio' });
  assert.equal(third?.id, 'puente');
  assert.deepEqual(readClosures(collection()), []);
  const empty = { since: '', until: '', decidedBy: null, confirmed: null };
  assert.deepEqual(readClosures(collection(point([1, 2], { id: 4, properties: empty }))), [{ id: '4', place: [1, 2] }]);
  const several = {
    type: 'MultiPoint',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  };
  const collected = { type: 'GeometryCollection', geometries: [several, { type: 'Point', coordinates: [5, 6] }] };
  assert.deepEqual(
    readClosures(collection(feature(collected, { id: 'x', properties: { confirmed: true } }))),
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ].map((place) => ({ id: 'x', confirmed: true, place })),
  );
  for (const [source, said] of [
    [collection(feature(null)), /features\[0\]\.geometry: a closure needs its place/],
    [
      collection(feature({ type: 'GeometryCollection', geometries: [] })),
      /features\[0\]\.geometry: a closure needs its place/,
    ],
    [collection(point([1, 2], { properties: { confirmed: 'no' } })), /properties\.confirmed: true or false belongs/],
    [collection(point([1, 2], { properties: ['x'] })), /features\[0\]\.properties: an object/],
    [collection(line([1, 2], [3, 4])), /a closure is a Point, not LineString/],
    [collection(point([-200, 2])), /features\[0\]\.geometry\.coordinates\[0\]: the longitude/],
    [
      collection(point([1, 2], { properties: { until: '2026-06-02T12:00:00' } })),
      /properties\.until: .* with its zone/,
    ],
    [
      collection(point([1, 2], { properties: { decidedBy: 7 } })),
      /properties\.decidedBy: a text on one line belongs here/,
    ],
    [collection(point([1, 2], { id: 'a\u001b[2J' })), /features\[0\]\.id: a name on one line belongs here/],
  ] as const) {
    assert.match(saidOf(readClosures, source), said, source);
  }
});

test('what else a map holds beside its lines makes no road and is counted; another system of coordinates is refused', () => {
  const lines = { type: 'GeometryCollection', geometries: [line([0, 0], [1, 1]).geometry, point([5, 5]).geometry] };
  const area = feature({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  });
  const { points, leftOut } = readRoads(collection(feature(lines), point([1, 1]), area, feature(null)));
  assert.deepEqual([points, leftOut], [2, 3]);
  assert.equal(readRoads(JSON.stringify(lines)).points, 2);
  const inner = feature({ type: 'GeometryCollection', geometries: [lines] });
  assert.match(saidOf(readRoads, collection(inner)), /geometries\[0\]\.type: a road is .* not GeometryCollection/);
  const named = (name: string) =>
    JSON.stringify({ ...JSON.parse(collection(line([0, 0], [1, 1]))), crs: { type: 'name', properties: { name } } });
  for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])
    assert.equal(saidOf(readRoads, named(name)), 'fine', name);
  for (const name of ['urn:ogc:def:crs:EPSG::32719', 'EPSG:43261'])
    assert.match(saidOf(readRoads, named(name)), /crs: coordinates are longitude and latitude/, name);
});
