// Rounds of vehicles in the browser: what a plan sends is driven once, within what vehicles carry and their hours, on roads that are open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Supply } from '../../src/supply/known/supply-answer.ts';
import { linesOfRound, loadsOf } from '../../src/supply/rounds/lines-to-drive.ts';
import { type DayOfVehicle, makeRounds, type RoundsAsked, type ToDrive } from '../../src/supply/rounds/make-rounds.ts';

const places = {
  Planta: [-68.2, -16.5],
  Posta: [-68.1, -16.5],
  Olla: [-68.0, -16.5],
} as const;

const roads = JSON.stringify({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates: Object.values(places) },
});

const closed = (...at: readonly (readonly [number, number])[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: at.map((coordinates) => ({
      type: 'Feature',
      id: 'Puente',
      properties: { since: '2026-06-01T00:00:00Z' },
      geometry: { type: 'Point', coordinates },
    })),
  });

const load = (site: string, amount: number): ToDrive => ({
  item: 'GLP10',
  cargo: 'goods',
  depot: 'Planta',
  site,
  amount,
});

const truck = (id: string, carries: number, hours = 8): DayOfVehicle => ({
  id,
  at: 'Planta',
  hours,
  carries: { GLP10: carries },
});

const asked = (more: Partial<RoundsAsked> = {}): RoundsAsked => ({
  at: '2026-06-02T00:00:00Z',
  loads: [load('Posta', 60), load('Olla', 40)],
  vehicles: [truck('Camión', 100)],
  places,
  kmPerHour: 30,
  unloadMinutes: 10,
  roads,
  closures: closed(),
  ...more,
});

const made = (more: Partial<RoundsAsked> = {}) => {
  const found = makeRounds(asked(more));
  assert.ok(found.ok);
  return found;
};

test('one vehicle drives both sites in one round, and is told how far and how long', () => {
  const { rounds, notDriven } = made();
  assert.deepEqual(notDriven, []);
  assert.deepEqual(
    rounds.map(({ vehicle, stops }) => [vehicle, stops.map(({ site, amount }) => `${site} ${amount}`).toSorted()]),
    [['Camión', ['Olla 40', 'Posta 60']]],
  );
  // Two tenths of a degree there and back, at 16.5° south: 42.6 km, and twice ten minutes.
  const [{ metres, minutes } = assert.fail()] = rounds;
  assert.ok(metres > 42_000 && metres < 43_500, String(metres));
  assert.ok(minutes >= Math.floor(metres / 500) + 20 && minutes <= Math.ceil(metres / 500) + 21, String(minutes));
});

test('what a closure cuts off, what is too far for the hours, and a depot without vehicles are said, each with its site', () => {
  const cut = made({ closures: closed([-68.05, -16.5]) });
  assert.deepEqual(
    cut.rounds.map(({ stops }) => stops.map(({ site }) => site)),
    [['Posta']],
  );
  assert.match(cut.notDriven[0]?.es ?? '', /GLP10 para Olla: no hay camino mientras cierre Puente/);
  const short = made({ vehicles: [truck('Camión', 100, 1)] });
  assert.deepEqual(
    short.rounds.map(({ stops }) => stops.map(({ site }) => site)),
    [['Posta']],
  );
  assert.match(short.notDriven[0]?.es ?? '', /Olla/);
  const none = made({ vehicles: [] });
  assert.deepEqual([none.rounds, none.notDriven.length], [[], 1]);
  const wrong = makeRounds(asked({ roads: '{"type":"FeatureCollection"}' }));
  assert.equal(wrong.ok, false);
});

test('whatever is to be driven, no round carries more than its vehicle, none is longer than its day, and nothing is driven twice', () => {
  const vehicles = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 3,
  });
  const amount = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(vehicles, amount, amount, fc.boolean(), (some, posta, olla, onRoads) => {
      const trucks = some.map(([carries, hours], at) => truck(`Camión ${at}`, carries, hours));
      const loads = [load('Posta', posta), load('Olla', olla)];
      const { rounds } = made({ loads, vehicles: trucks, roads: onRoads ? roads : null });
      for (const { id, carries, hours } of trucks) {
        const own = rounds.filter(({ vehicle }) => vehicle === id);
        for (const { stops } of own)
          assert.ok(stops.reduce((sum, stop) => sum + stop.amount, 0) <= (carries.GLP10 ?? 0));
        assert.ok(own.reduce((sum, { minutes }) => sum + minutes, 0) <= hours * 60);
      }
      for (const { site, amount: all } of loads) {
        const driven = rounds.flatMap(({ stops }) => stops.filter((stop) => stop.site === site));
        assert.ok(driven.reduce((sum, stop) => sum + stop.amount, 0) <= all);
      }
    }),
    { numRuns: 25 },
  );
});

test('a round takes of the lines that wait those of its item and depot, site after site, as much as it brings', () => {
  const site = (index: number, title: string) => ({ site: index, title, location: null });
  const lot = (index: number, item: number, place: number) => ({
    lot: index,
    item,
    site: place,
    places: [{ place, quantity: 100 }],
  });
  const supply = {
    sites: [site(1, 'Planta'), site(2, 'Posta'), site(3, 'Olla'), site(4, 'Otra planta')],
    items: [
      { item: 10, symbol: 'GLP10', cargo: 'goods' },
      { item: 11, symbol: 'AGUA', cargo: 'water' },
    ],
    lots: [lot(20, 10, 1), lot(21, 10, 1), lot(22, 11, 1), lot(23, 10, 4)],
  } as unknown as Supply;
  const lines = [
    { lot: 20, site: 2, quantity: 30 },
    { lot: 21, site: 2, quantity: 30 },
    { lot: 22, site: 2, quantity: 5 },
    { lot: 23, site: 3, quantity: 40 },
    { lot: 20, site: 3, quantity: 10 },
  ];
  assert.deepEqual(
    loadsOf(supply, lines).map(({ item, depot, site: to, amount }) => [item, depot, to, amount]),
    [
      ['GLP10', 'Planta', 'Posta', 60],
      ['AGUA', 'Planta', 'Posta', 5],
      ['GLP10', 'Otra planta', 'Olla', 40],
      ['GLP10', 'Planta', 'Olla', 10],
    ],
  );
  const stops = [
    { site: 'Olla', amount: 10 },
    { site: 'Posta', amount: 45 },
  ];
  const round = { vehicle: 'Camión', depot: 'Planta', item: 'GLP10', stops, metres: 0, minutes: 0 };
  assert.deepEqual(linesOfRound(supply, lines, round), [
    { lot: 20, site: 3, quantity: 10 },
    { lot: 20, site: 2, quantity: 30 },
    { lot: 21, site: 2, quantity: 15 },
  ]);
});
