import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimetresBetween, type Position } from '../../src/roads/great-circle.ts';

const places: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

/** By the angle between the two directions from the centre of the earth. */
function byVectors(from: Position, to: Position): number {
  const [a, b] = [from, to].map(([lon, lat]) => {
    const [x, y] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)] as const;
  }) as [readonly [number, number, number], readonly [number, number, number]];
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  return 63_710_088 * Math.atan2(Math.hypot(...cross), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
}

test('distances are those of the engine’s own functions, in whole decimetres', () => {
  fc.assert(
    fc.property(places, places, (from, to) => {
      const found = decimetresBetween(from, to);
      assert.ok(Number.isInteger(found));
      assert.equal(found, decimetresBetween(to, from));
      const theirs = byVectors(from, to);
      // Half round the earth the last bit of a chord is a decimetre or two.
      assert.ok(Math.abs(found - theirs) < (theirs > 199_000_000 ? 10 : 1), `${from} ${to}`);
    }),
    { numRuns: 2_000 },
  );
});

test('known distances: a degree, half the earth, across the date line, nothing', () => {
  assert.equal(decimetresBetween([0, 0], [0, 1]), 1_111_951);
  assert.equal(decimetresBetween([10, 90], [0, -90]), Math.round(Math.PI * 63_710_088));
  assert.equal(decimetresBetween([179.5, 0], [-179.5, 0]), 1_111_951);
  assert.equal(decimetresBetween([-68.15, -16.5], [-68.15, -16.5]), 0);
});
