// The territory of a founding: what is taken of a file or of corners, and why anything else is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  drawn,
  type MapRead,
  MOST_BYTES,
  MOST_LETTERS,
  mapInFile,
  mapOfCorners,
} from '../../src/office/founding/territory-map.ts';

const file = (value: unknown): MapRead =>
  mapInFile(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
const flaw = (read: MapRead): object => (read.ok ? assert.fail(read.map) : read.flaw);
const taken = (read: MapRead): string => (read.ok ? read.map : assert.fail(JSON.stringify(read.flaw)));

const ring = [
  [-68.2, -16.5],
  [-68.1, -16.5],
  [-68.1, -16.6],
  [-68.2, -16.5],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (geometry: object, properties: object = {}) => ({ type: 'Feature', properties, geometry });

test('of a file the outlines are taken, and nothing of what else it says of its areas', () => {
  const owned = feature(polygon, { owner: 'Felipa Quispe', note: '=1+1' });
  const map = taken(file({ type: 'FeatureCollection', name: 'padron', features: [owned, feature(polygon)] }));
  assert.deepEqual(JSON.parse(map), { type: 'MultiPolygon', coordinates: [[ring], [ring]] });
  assert.deepEqual(JSON.parse(taken(file(owned))), polygon);
});

test('a tenth of a metre is kept of what programs write with fifteen digits, and no height', () => {
  const fine = [[-68.123456789012, -16.5, 4_000.5], ring[1], ring[2], [-68.123456789012, -16.5, 4_000.5]];
  const map = JSON.parse(taken(file({ type: 'Polygon', coordinates: [fine] })));
  assert.deepEqual(map.coordinates[0][0], [-68.123457, -16.5]);
});

test('what is no territory is refused with its place', () => {
  assert.deepEqual(flaw(file('{')), { what: 'not-json', place: '' });
  assert.deepEqual(flaw(mapInFile(Buffer.from([0xff, 0xfe, 0x7b, 0]))), { what: 'not-text', place: '' });
  assert.deepEqual(flaw(mapInFile(new Uint8Array(MOST_BYTES + 1))), { what: 'too-large', place: '' });
  const point = { type: 'Point', coordinates: [0, 0] };
  const read = flaw(file({ type: 'FeatureCollection', features: [feature(polygon), feature(point)] }));
  assert.deepEqual(read, { what: 'malformed', place: 'features[1].geometry', needed: 'Polygon | MultiPolygon' });
  // Metres of a projection instead of degrees.
  const metres = { type: 'Polygon', coordinates: [[[590_000, 8_170_000], ...ring.slice(1)]] };
  assert.deepEqual(flaw(file(metres)), { what: 'malformed', place: 'coordinates[0][0]', needed: '[-180…180, -90…90]' });
  assert.deepEqual(flaw(file('null')), { what: 'malformed', place: '', needed: 'Polygon | MultiPolygon' });
  assert.deepEqual(flaw(file(`{"type":"Polygon","coordinates":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)), {
    what: 'malformed',
    place: 'coordinates[0]',
    needed: 'position × 4',
  });
});

test('an outline that crosses itself, encloses nothing or has more letters than fit is refused', () => {
  const crossed = [ring[0], ring[2], ring[1], [-68.2, -16.6], ring[0]];
  assert.deepEqual(flaw(file({ type: 'Polygon', coordinates: [crossed] })), {
    what: 'crosses',
    place: 'coordinates[0][2]',
  });
  const line = [ring[0], ring[1], ring[0], ring[0]];
  assert.deepEqual(flaw(file({ type: 'Polygon', coordinates: [line] })), {
    what: 'encloses-nothing',
    place: 'coordinates[0]',
  });
  const round = Array.from({ length: 4_000 }, (_, i) => [Math.cos(i / 640), Math.sin(i / 640)]);
  const long = flaw(file({ type: 'Polygon', coordinates: [[...round, round[0]]] })) as { letters: number };
  assert.ok(long.letters > MOST_LETTERS);
});

test('corners as a phone shows them make an area; a line that is none is named', () => {
  const text = '-16.5, -68.2\n\n−16.5° −68.1°\r\n-16.6;-68.1';
  assert.deepEqual(JSON.parse(taken(mapOfCorners(text))), polygon);
  assert.deepEqual(flaw(mapOfCorners('-16.5, -68.2\n-16.5')), { what: 'corner', line: 2 });
  assert.deepEqual(flaw(mapOfCorners('-16.5, -68.2\n-16.6, -68.2\n=1+1')), { what: 'corner', line: 3 });
  assert.deepEqual(flaw(mapOfCorners('-16.5, -268.2\n1, 1\n2, 2')), { what: 'corner', line: 1 });
  assert.deepEqual(flaw(mapOfCorners('-16.5, -68.2\n-16.6, -68.2')), { what: 'few-corners', line: 2 });
});

test('it is drawn with the north above, as wide as it is', () => {
  assert.match(drawn(JSON.stringify(polygon)) ?? '', /^M0\.0 0\.0L9\d\.\d 0\.0L9\d\.\d 100\.0L0\.0 0\.0Z$/);
});
