import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DayOfTrips, type Trips, tripsFor } from '../../src/routes/trips.ts';

const limits = { iterations: 50, seed: 1 };

/** Places on a line, the depot at 0; a minute a kilometre. */
function day(places: readonly number[], more: Partial<DayOfTrips> = {}): DayOfTrips {
  const at = [0, ...places];
  return {
    stops: places.map(() => ({ load: 10, minutes: 5 })),
    vehicles: [
      { capacity: 20, minutes: 480 },
      { capacity: 20, minutes: 480 },
    ],
    metres: at.map((from) => at.map((to) => 1_000 * Math.abs(from - to))),
    metresPerMinute: 1_000,
    limits,
    ...more,
  };
}

const hoursOf = ({ trips }: Trips, vehicle: number): number =>
  trips.filter((trip) => trip.vehicle === vehicle).reduce((sum, { minutes }) => sum + minutes, 0);

test('neighbours are served on one trip, and the work is even', () => {
  const found = tripsFor(day([10, 11, -10, -11]));
  assert.deepEqual(found.unserved, []);
  assert.deepEqual(found.trips.map(({ stops }) => stops.toSorted()).toSorted(), [
    [0, 1],
    [2, 3],
  ]);
  assert.deepEqual([hoursOf(found, 0), hoursOf(found, 1)], [32, 32]);
  assert.deepEqual([found.trips[0]?.metres, found.trips[0]?.load], [22_000, 20]);
});

test('why a stop found no place: no road, too heavy, too far, no hours left', () => {
  const base = day([10, 20, 300, 30]);
  const metres = base.metres.map((row, from) =>
    row.map((one, to) => ((from === 2) !== (to === 2) ? Number.POSITIVE_INFINITY : one)),
  );
  const stops = base.stops.map((stop, at) => (at === 0 ? { ...stop, load: 21 } : stop));
  assert.deepEqual(tripsFor({ ...base, metres, stops }), {
    trips: [{ vehicle: 0, stops: [3], load: 10, metres: 60_000, minutes: 65 }],
    unserved: [
      { stop: 0, why: 'too-heavy' },
      { stop: 1, why: 'no-road' },
      { stop: 2, why: 'too-far' },
    ],
  });
  const tired = tripsFor(day([10, 20], { vehicles: [{ capacity: 10, minutes: 50 }] }));
  assert.deepEqual([tired.trips.length, tired.unserved.map(({ why }) => why)], [1, ['no-hours']]);
  assert.deepEqual(tripsFor(day([10], { vehicles: [] })).unserved, [{ stop: 0, why: 'no-hours' }]);
  assert.deepEqual(tripsFor(day([])), { trips: [], unserved: [] });
});

test('a small vehicle helps a large one: what only the large one carries stays with it', () => {
  const stops = [10, 10, 10, 40].map((load) => ({ load, minutes: 5 }));
  const vehicles = [
    { capacity: 40, minutes: 100 },
    { capacity: 10, minutes: 480 },
  ];
  const found = tripsFor(day([20, 21, 22, 40], { stops, vehicles }));
  assert.deepEqual(found.unserved, []);
  assert.deepEqual(found.trips.find(({ stops: served }) => served.includes(3))?.vehicle, 0);
});

const days: fc.Arbitrary<DayOfTrips> = fc
  .record({
    places: fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 9 }),
    loads: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 9, maxLength: 9 }),
    vehicles: fc.array(
      fc.record({ capacity: fc.integer({ min: 5, max: 40 }), minutes: fc.integer({ min: 0, max: 300 }) }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ places, loads, vehicles }) =>
    day(places, { vehicles, stops: places.map((_, at) => ({ load: loads[at] ?? 0, minutes: at })) }),
  );

test('each stop is on one trip or named as unserved; loads and hours are kept; the figures are those of the trips', () => {
  fc.assert(
    fc.property(days, (asked) => {
      const found = tripsFor(asked);
      const served = found.trips.flatMap(({ stops }) => stops);
      assert.deepEqual(
        [...served, ...found.unserved.map(({ stop }) => stop)].toSorted((a, b) => a - b),
        [...asked.stops.keys()],
      );
      for (const { vehicle, stops, load, metres, minutes } of found.trips) {
        const way = [0, ...stops.map((stop) => stop + 1), 0];
        const driven = way.slice(1).reduce((sum, to, at) => sum + asked.metres[way[at]!]![to]!, 0);
        assert.equal(metres, driven);
        assert.equal(
          load,
          stops.reduce((sum, stop) => sum + asked.stops[stop]!.load, 0),
        );
        assert.equal(minutes, driven / 1_000 + stops.reduce((sum, stop) => sum + asked.stops[stop]!.minutes, 0));
        assert.ok(load <= asked.vehicles[vehicle]!.capacity);
      }
      for (const [vehicle, { minutes }] of asked.vehicles.entries()) assert.ok(hoursOf(found, vehicle) <= minutes);
    }),
    { numRuns: 200 },
  );
});

test('no trip could go from whoever works most to another and make the longest day shorter', () => {
  fc.assert(
    fc.property(days, (asked) => {
      const found = tripsFor(asked);
      const work = asked.vehicles.map((_, vehicle) => hoursOf(found, vehicle));
      const busiest = work.indexOf(Math.max(...work));
      for (const trip of found.trips.filter(({ vehicle }) => vehicle === busiest)) {
        for (const [vehicle, { capacity, minutes }] of asked.vehicles.entries()) {
          const then = work[vehicle]! + trip.minutes;
          // One that takes no time shortens no day.
          if (vehicle === busiest || capacity < trip.load || minutes < then || trip.minutes === 0) continue;
          assert.ok(then >= work[busiest]!);
        }
      }
    }),
    { numRuns: 200 },
  );
});
