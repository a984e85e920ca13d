import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plan } from '../src/plan/plan.ts';
import { planDocument, planLines } from '../src/plan/plan-document.ts';
import { readPlanProblem } from '../src/plan/read-plan.ts';

// One straight road of 33 km and nothing beside it, with two closures: every way past them is by relay.
const LINE = [0, 0.1, 0.2, 0.3];
const files: Record<string, object> = {
  'roads.geojson': {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: LINE.map((lon) => [lon, 0]) } },
    ],
  },
  'closures.geojson': {
    type: 'FeatureCollection',
    features: [
      ['bridge', 0.05],
      // A second report of the same place.
      ['by the river', 0.05],
      ['crossing', 0.25],
    ].map(([id, lon]) => ({
      type: 'Feature',
      id,
      properties: {},
      geometry: { type: 'Point', coordinates: [lon, 0] },
    })),
  },
};

const bridge = { id: 'r1', closure: 'bridge', from: 'west', to: 'middle' };
const river = { id: 'r1', closure: 'by the river', from: 'west', to: 'middle' };
const crossing = { id: 'r2', closure: 'crossing', from: 'middle', to: 'east' };
const west = { id: 'west', at: 'Plant', capacity: 20, hours: 8 };
const middle = { id: 'middle', at: 'Market', capacity: 10, hours: 8 };
const east = { id: 'east', at: 'Clinic', capacity: 30, hours: 8 };

type Raw = Record<string, unknown>;
const problem = (more: Raw = {}): Raw => ({
  items: [{ id: 'gas', indivisible: true }],
  sites: ['Plant', '', 'Market', 'Clinic'].flatMap((id, at) => (id === '' ? [] : [{ id, at: [LINE[at], 0] }])),
  needs: [{ site: 'Clinic', item: 'gas', amount: 25 }],
  stocks: [{ site: 'Plant', item: 'gas', amount: 25 }],
  roads: 'roads.geojson',
  closures: 'closures.geojson',
  passages: { relays: [bridge, river, crossing] },
  vehicles: [west, middle, east],
  kmPerHour: 60,
  unloadMinutes: 10,
  ...more,
});
const planned = (more: Raw = {}) =>
  plan(readPlanProblem(JSON.stringify(problem(more)), (name) => JSON.stringify(files[name])));
const tripsOf = (more: Raw = {}) => {
  const { trips, notDriven } = planDocument(planned(more), 'en');
  return { trips: trips ?? [], notDriven: notDriven ?? [] };
};

test('a load by relay gets a trip for each leg: every vehicle drives its own side, there and back', () => {
  const { trips, notDriven } = tripsOf();
  assert.deepEqual(notDriven, []);
  assert.deepEqual(
    trips.map(({ vehicle, km, minutes, stops }) => [vehicle, Math.round(km * 10) / 10, minutes, stops]),
    [10, 10, 5].flatMap((amount) => [
      // 5.6 km to the bridge and back, and ten minutes there.
      ['west', 11.1, 22, []],
      // From the market to the bridge, with the load to the crossing, and home.
      ['middle', 44.5, 65, []],
      ['east', 11.1, 32, [{ site: 'Clinic', amount }]],
    ]),
  );
  assert.deepEqual(trips[1]?.takesOver, { closures: ['bridge', 'by the river'], vehicle: 'west', amount: 10 });
  assert.deepEqual(trips[1]?.handsOver, { closures: ['crossing'], vehicle: 'east', amount: 10 });
  assert.deepEqual([trips[0]?.takesOver, trips[2]?.handsOver], [null, null]);
});

test('the trips of a relay say where the load changes hands, in both languages', () => {
  const lines = (language: 'es' | 'en') => planLines(planned(), language);
  assert.ok(
    lines('en').includes(
      'west, gas from Plant: hands 10 over to middle at closure bridge and by the river; 11 km, 0 h 22 min',
    ),
  );
  assert.ok(
    lines('es').includes(
      'middle, gas desde Plant: recibe 10 de west en el corte bridge y by the river; pasa 10 a east en el corte crossing; 44 km, 1 h 5 min',
    ),
  );
  assert.ok(
    lines('en').includes(
      'east, gas from Plant: takes 10 over from middle at closure crossing; Clinic (10); 11 km, 0 h 32 min',
    ),
  );
});

test('a relay whose vehicles cannot drive it is told with the reason', () => {
  const why = (more: Raw) => tripsOf(more).notDriven.map((one) => [one.amount, one.why]);
  assert.deepEqual(why({ vehicles: [west, east] }), [[25, 'no-relay']]);
  assert.deepEqual(why({ vehicles: [west, middle, { ...east, at: 'Market' }] }), [[25, 'wrong-side']]);
  assert.deepEqual(why({ vehicles: [west, { ...middle, at: 'Plant' }, east] }), [[25, 'wrong-side']]);
  assert.deepEqual(why({ vehicles: [west, { ...middle, cargo: ['food'] }, east] }), [[25, 'no-relay']]);
  assert.deepEqual(why({ vehicles: [west, { ...middle, hours: 1 }, east] }), [[25, 'too-far']]);
  assert.deepEqual(why({ vehicles: [west, { ...middle, hours: 3 }, east] }), [[5, 'no-hours']]);
  assert.deepEqual(why({ items: [{ id: 'gas', indivisible: true, size: 15 }] }), [[25, 'too-heavy']]);
  const cold = { items: [{ id: 'gas', indivisible: true, cold: true }] };
  assert.deepEqual(why({ ...cold, vehicles: [{ ...west, cold: true }, middle, east] }), [[25, 'no-cold']]);
  const apart = { ...crossing, from: 'another' };
  assert.deepEqual(why({ passages: { relays: [bridge, river, apart] } }), [[25, 'no-relay']]);
  assert.ok(
    planLines(planned({ vehicles: [west, { ...middle, at: 'Plant' }, east] }), 'es').some((line) =>
      /^Sin viaje: gas desde Plant para Clinic \(25\): un vehículo del relevo no está de su lado/.test(line),
    ),
  );
});

test('where two are named for a leg, whoever can drive it does, and when they have no hours left the other goes on', () => {
  const second = { ...middle, id: 'second', hours: 8 };
  const relays = [
    bridge,
    river,
    crossing,
    { ...bridge, id: 'r3', to: 'second' },
    { ...crossing, id: 'r4', from: 'second' },
  ];
  const { trips, notDriven } = tripsOf({
    passages: { relays },
    vehicles: [west, { ...middle, hours: 2 }, second, east],
  });
  assert.deepEqual(notDriven, []);
  assert.deepEqual(
    trips.map(({ vehicle }) => vehicle).filter((name) => name !== 'west' && name !== 'east'),
    ['middle', 'second', 'second'],
  );
});

test('one load by relay serves as many sites as it is enough for, in the round that is shortest, within load and hours', () => {
  const behind = (market: number, school: number, hours: number) =>
    tripsOf({
      sites: [
        { id: 'Plant', at: [0, 0] },
        { id: 'Market', at: [0.2, 0] },
        { id: 'School', at: [0.1, 0] },
      ],
      needs: [
        { site: 'Market', item: 'gas', amount: market },
        { site: 'School', item: 'gas', amount: school },
      ],
      passages: { relays: [bridge, river] },
      vehicles: [west, { ...middle, hours }],
    });
  const both = behind(4, 3, 8);
  assert.deepEqual(
    both.trips.map(({ vehicle, stops, km, minutes }) => [vehicle, stops, Math.round(km * 10) / 10, minutes]),
    [
      ['west', [], 11.1, 22],
      // From the market to the bridge, back past the school: not a metre more than for the market alone.
      [
        'middle',
        [
          { site: 'School', amount: 3 },
          { site: 'Market', amount: 4 },
        ],
        33.4,
        64,
      ],
    ],
  );
  assert.deepEqual(both.trips[0]?.handsOver, { closures: ['bridge', 'by the river'], vehicle: 'middle', amount: 7 });
  const stopsOf = ({ trips }: typeof both) => trips.flatMap(({ stops }) => (stops.length === 0 ? [] : [stops]));
  // Eight and seven are more than the ten that the smaller vehicle takes.
  assert.deepEqual(
    stopsOf(behind(8, 7, 8)).map((stops) => stops.map(({ site }) => site)),
    [['Market'], ['School']],
  );
  // What is left of a need that is more than a load goes along with another.
  assert.deepEqual(stopsOf(behind(13, 3, 8)), [
    [{ site: 'Market', amount: 10 }],
    [
      { site: 'School', amount: 3 },
      { site: 'Market', amount: 3 },
    ],
  ]);
  const inAnHour = behind(4, 3, 1);
  assert.deepEqual(stopsOf(inAnHour), [[{ site: 'Market', amount: 4 }]]);
  assert.deepEqual(
    inAnHour.notDriven.map(({ site, why }) => [site, why]),
    [['School', 'no-hours']],
  );
});

test('a relay without end, of an amount that nobody can mean, breaks off and is told', () => {
  const { trips, notDriven } = tripsOf({
    sites: [
      { id: 'Plant', at: [0, 0] },
      { id: 'Market', at: [0.1, 0] },
    ],
    needs: [{ site: 'Market', item: 'gas', amount: 1_000_000_000_000 }],
    stocks: [{ site: 'Plant', item: 'gas', amount: 1_000_000_000_000 }],
    passages: { relays: [bridge, river] },
    vehicles: [
      { ...west, capacity: 1, hours: 1_000_000 },
      { ...middle, hours: 1_000_000 },
    ],
  });
  assert.equal(notDriven[0]?.why, 'too-heavy');
  assert.ok(trips.length >= 1_000 && trips.length < 1_010);
});

test('a relay is given its hours before the other trips of its vehicles', () => {
  const more = {
    passages: { relays: [bridge, river] },
    sites: [
      { id: 'Plant', at: [0, 0] },
      { id: 'Near', at: [0, 0] },
      { id: 'Market', at: [0.2, 0] },
    ],
    needs: [
      { site: 'Market', item: 'gas', amount: 10 },
      { site: 'Near', item: 'gas', amount: 10 },
    ],
    vehicles: [{ ...west, hours: 1 }, middle],
    unloadMinutes: 45,
  };
  const { trips, notDriven } = tripsOf(more);
  assert.deepEqual(
    trips.map(({ vehicle, stops }) => [vehicle, stops.map(({ site }) => site)]),
    [
      ['west', []],
      ['middle', ['Market']],
    ],
  );
  assert.deepEqual(
    notDriven.map(({ site, why }) => [site, why]),
    [['Near', 'no-hours']],
  );
});

test('two reports of one closure are one hand-over, and the order of files, relays and vehicles changes nothing, to the byte', () => {
  const second = { ...middle, id: 'second' };
  const relays = [bridge, river, crossing, { ...bridge, to: 'second' }, { ...crossing, from: 'second' }];
  const vehicles = [west, { ...middle, hours: 3 }, second, east];
  const closures = files['closures.geojson'] as { readonly features: readonly object[] };
  const every = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
  const written = (relayed: readonly object[], driven: readonly object[], features: readonly object[]): string => {
    const given = { ...files, 'closures.geojson': { ...closures, features } } as Record<string, object>;
    const raw = problem({ passages: { relays: relayed }, vehicles: driven });
    const result = plan(readPlanProblem(JSON.stringify(raw), (name) => JSON.stringify(given[name])));
    return JSON.stringify(planDocument(result, 'en'));
  };
  const first = written(relays, vehicles, closures.features);
  fc.assert(
    fc.property(every(relays), every(vehicles), every(closures.features), (...shuffled) => {
      assert.equal(written(...shuffled), first);
    }),
    { numRuns: 60 },
  );
});

test('nothing of a relay is lost: what arrives and what is not driven is what is delivered; loads and hours are kept, crews hand on the same', () => {
  const anyVehicle = fc.record({
    at: fc.constantFrom('Plant', 'Market', 'Clinic'),
    capacity: fc.integer({ min: 1, max: 20 }),
    hours: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(
      fc.tuple(anyVehicle, anyVehicle, anyVehicle),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 3 }),
      (drawn, amount, size) => {
        const vehicles = drawn.map((one, at) => ({ ...one, id: ['west', 'middle', 'east'][at] }));
        const needs = [
          { site: 'Clinic', item: 'gas', amount },
          { site: 'Market', item: 'gas', amount },
          { site: 'School', item: 'gas', amount: 3 },
        ];
        const sites = [...(problem().sites as object[]), { id: 'School', at: [0.1, 0] }];
        const stocks = [{ site: 'Plant', item: 'gas', amount: 30 }];
        const more = { vehicles, needs, sites, stocks, items: [{ id: 'gas', indivisible: true, size }] };
        const { allocation } = planDocument(planned(more), 'en');
        const { trips, notDriven } = tripsOf(more);
        for (const { site, award } of allocation) {
          const driven = trips.flatMap(({ stops }) => stops.filter((stop) => stop.site === site));
          const left = notDriven.filter((one) => one.site === site);
          assert.equal(
            [...driven, ...left].reduce((sum, one) => sum + one.amount, 0),
            award,
          );
        }
        for (const { id, capacity, hours, at } of vehicles) {
          const own = trips.filter(({ vehicle }) => vehicle === id);
          assert.ok(own.reduce((sum, { minutes }) => sum + minutes, 0) <= hours * 60);
          for (const { stops, takesOver, handsOver } of own) {
            const load = takesOver?.amount ?? handsOver?.amount ?? stops.reduce((sum, one) => sum + one.amount, 0);
            assert.ok(load * size <= capacity);
            // Nobody who stands elsewhere comes to a closure from the wrong side.
            if (takesOver !== null) assert.equal(at, takesOver.closures[0] === 'bridge' ? 'Market' : 'Clinic');
          }
        }
        for (const [at, { handsOver, vehicle }] of trips.entries()) {
          if (handsOver === null) continue;
          const { closures, amount: handed } = handsOver;
          assert.equal(trips[at + 1]?.vehicle, handsOver.vehicle);
          assert.deepEqual(trips[at + 1]?.takesOver, { closures, vehicle, amount: handed });
        }
      },
    ),
    { numRuns: 60 },
  );
});
