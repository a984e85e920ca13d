// A plan's problem out of the registers, and its lines out of lots: nothing of persons, never more than there is, hashes as the book's.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { partText } from '@cabildo/core';
import { plan, planDocument, readPlanProblem } from '@cabildo/supply';
import fc from 'fast-check';
import type { Lot, Supply } from '../../src/supply/known/supply-answer.ts';
import { noLimits } from '../../src/supply/plan/limits.ts';
import { calculate } from '../../src/supply/plan/make-plan.ts';
import { linesOf, partHash, partsOf } from '../../src/supply/plan/parts.ts';
import { closuresSince, freeLots, parametersText, problemOf } from '../../src/supply/plan/problem.ts';
import { loadFor } from '../../src/supply/trips/to-send.ts';

const site = (index: number, title: string, kind: string, location: string | null = null) => ({
  site: index,
  title,
  kind,
  peopleServed: 100,
  closed: null,
  location,
});

const lot = (index: number, free: number, bestBefore: string | null = null): Lot => ({
  lot: index,
  item: 1,
  site: 2,
  by: 'outside',
  received: free,
  bestBefore,
  free,
  meant: 0,
  offered: 0,
  short: 0,
  places: [{ place: 2, quantity: free }],
  notShownYet: [],
});

const need = (index: number, at: number, quantity: number, came = 0) => ({
  need: index,
  site: at,
  item: 1,
  quantity,
  until: '2026-06-20T00:00:00Z',
  came,
  found: null,
});

const supply = (more: Partial<Supply> = {}): Supply =>
  ({
    at: '2026-06-02T00:00:00Z',
    items: [{ item: 1, symbol: 'GLP10', title: 'Gas', unit: 'garrafa', cargo: 'goods' }],
    sites: [site(2, 'Planta', 'plant'), site(3, 'Posta', 'clinic'), site(4, 'Olla', 'kitchen')],
    vehicles: [],
    lots: [lot(10, 50), lot(11, 20, '2026-06-10T00:00:00Z')],
    needs: [need(20, 3, 60, 10), need(21, 4, 90)],
    announcements: [],
    plans: [],
    trips: [],
    ...more,
  }) as unknown as Supply;

const classes = { clinic: 1, kitchen: 2 };
const asked = (given: Supply) => ({ supply: given, rule: 'leximin', classes, replaces: null, roads: null });

test('a plan shares what is free among needs that have not come, and gives first what runs out first', () => {
  const found = calculate(asked(supply()), 'en');
  assert.ok(found.ok);
  // The clinic still lacks fifty; the twenty that run out are given before the others.
  assert.deepEqual(found.made.parts, [
    [
      { lot: 11, site: 4, quantity: 20 },
      { lot: 10, site: 3, quantity: 50 },
    ],
  ]);
  assert.deepEqual(
    found.lines.map(({ site: to, award }) => [to, award]),
    [
      ['Olla', 20],
      ['Posta', 50],
    ],
  );
  assert.deepEqual(found.compared[0]?.rules.map(({ rule }) => rule).length, 5);
});

test('the plan’s file is what the command prints of the problem’s file in Spanish, letter by letter', () => {
  const found = calculate(asked(supply()), 'en');
  assert.ok(found.ok);
  const { problemText, planText } = found.made;
  const printed = planDocument(plan(readPlanProblem(problemText, () => '')), 'es');
  assert.equal(planText, `${JSON.stringify(printed, null, 2)}\n`);
});

test('what the plan before has not handed over is free for the one that replaces it, but for what its trips bring, loaded or not', () => {
  const lines = [
    { lot: 10, site: 3, quantity: 20, left: 20 },
    { lot: 10, site: 4, quantity: 30, left: 25 },
  ];
  const plans = [{ plan: 30, holds: true, lines }] as unknown as Supply['plans'];
  const vehicles = [{ vehicle: 5 }] as unknown as Supply['vehicles'];
  const held = (depot: number, vehicle: number): readonly Lot[] => {
    const places = [{ place: 2, quantity: depot }, ...(vehicle === 0 ? [] : [{ place: 5, quantity: vehicle }])];
    return [{ ...lot(10, Math.max(0, depot - (45 - vehicle))), meant: 45, places }];
  };
  const trips = [{ trip: 40, plan: 30, vehicle: 5, lines: [lines[0]], ended: null }] as unknown as Supply['trips'];
  const free = (more: Partial<Supply>, replaces: number | null): number =>
    freeLots(supply({ plans, vehicles, ...more }), replaces).reduce((sum, { quantity }) => sum + quantity, 0);
  assert.equal(free({ lots: held(60, 0) }, null), 15);
  assert.equal(free({ lots: held(60, 0) }, 30), 60);
  assert.equal(free({ lots: held(60, 0), trips }, 30), 40, 'it will load twenty');
  assert.equal(free({ lots: held(40, 20), trips }, 30), 40, 'it has loaded twenty');
  assert.equal(free({ lots: held(40, 20), trips }, null), 15, 'a plan that goes on has its trips among its lines');
  assert.equal(free({ lots: held(30, 0), trips }, 30), 10, 'less is there than was meant');
  assert.equal(free({ lots: held(60, 0), trips: trips.map((one) => ({ ...one, ended: 50 })) }, 30), 60);
  // Nor is it shared out again to whom it goes: of fifty that the clinic lacks twenty are coming.
  const found = calculate({ ...asked(supply({ plans, vehicles, trips, lots: held(40, 20) })), replaces: 30 }, 'en');
  assert.ok(found.ok);
  assert.deepEqual(
    found.lines.map(({ site: to, award, need: lacking }) => [to, award, lacking]),
    [
      ['Olla', 10, 90],
      ['Posta', 30, 30],
    ],
  );
});

test('with roads a closure of the registers cuts off, and a site without a position is left out by its name', () => {
  const road = (...points: readonly (readonly [number, number])[]) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates: points },
  });
  const roads = JSON.stringify({
    type: 'FeatureCollection',
    features: [road([-68.2, -16.5], [-68.15, -16.5], [-68.1, -16.5])],
  });
  const sites = [
    site(2, 'Planta', 'plant', 'lon -68.2 lat -16.5'),
    site(3, 'Posta', 'clinic', 'lon -68.1 lat -16.5'),
    site(4, 'Olla', 'kitchen'),
  ] as unknown as Supply['sites'];
  const closure = {
    announcement: 40,
    kind: 'closure',
    title: 'Cruce',
    confirmed: false,
    from: '2026-06-01T00:00:00Z',
    until: null,
    withdrawn: null,
    about: 'lon -68.15 lat -16.5; radio',
    people: null,
  } as const;
  const open = calculate({ ...asked(supply({ sites })), roads }, 'en');
  const shut = calculate({ ...asked(supply({ sites, announcements: [closure] })), roads }, 'en');
  assert.ok(open.ok && shut.ok);
  assert.deepEqual([open.withoutPlace, open.lines[0]?.award], [['Olla'], 50]);
  assert.deepEqual([shut.lines[0]?.award, shut.made.parts], [0, []]);
  assert.match(shut.lines[0]?.said ?? '', /Cruce would have to open/);
  const since = (plan: number, more: object = {}) =>
    closuresSince(supply({ announcements: [{ ...closure, ...more }] }), { plan }).length;
  assert.deepEqual([since(39), since(41), since(39, { withdrawn: 50 })], [1, 0, 0], 'a plan knows those before it');
  const wrong = calculate({ ...asked(supply({ sites })), roads: '{"type":' }, 'en');
  assert.ok(!wrong.ok && wrong.said.en.includes('roads.geojson'));
});

test('nothing of a problem speaks of persons, votes, attendance or signatures', () => {
  const { problem } = problemOf(asked(supply()));
  const names = new Set<string>();
  JSON.parse(problem, (name, value) => {
    names.add(name);
    return value;
  });
  const allowed = [
    '',
    'amount',
    'at',
    'cargo',
    'class',
    'id',
    'indivisible',
    'item',
    'items',
    'needs',
    'people',
    'rule',
    'site',
    'sites',
    'stocks',
    'unit',
    'until',
  ];
  assert.deepEqual(
    [...names].filter((name) => !allowed.includes(name) && !/^\d+$/.test(name)),
    [],
  );
});

test('lines take of no lot more than is free, and give each site what the plan says', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(amounts, amounts, (stocks, wanted) => {
      const free = stocks.map((quantity, i) => ({ lot: i, item: 1, site: 2, quantity }));
      const all = stocks.reduce((sum, one) => sum + one, 0);
      let rest = all;
      const awards = wanted.map((want, i) => {
        const quantity = Math.min(want, rest);
        rest -= quantity;
        return { item: 1, depot: 2, site: 100 + i, quantity };
      });
      const lines = linesOf(awards, free);
      for (const [i, quantity] of stocks.entries())
        assert.ok(lines.filter((one) => one.lot === i).reduce((sum, one) => sum + one.quantity, 0) <= quantity);
      for (const { site: to, quantity } of awards)
        assert.equal(
          lines.filter((one) => one.site === to).reduce((sum, one) => sum + one.quantity, 0),
          quantity,
        );
      assert.ok(partsOf(lines).every((part) => part.length <= 64));
      assert.deepEqual(partsOf(lines).flat(), lines);
    }),
  );
});

test('a part’s hash is the one by which the book knows it, and classes in any order are one file', () => {
  const lines = [
    { lot: 10, site: 3, quantity: 7 },
    { site: 4, quantity: 1, lot: 11 },
  ];
  assert.equal(partHash(lines), createHash('sha256').update(partText(lines)).digest('base64'));
  assert.equal(parametersText({ kitchen: 2, clinic: 1 }), parametersText({ clinic: 1, kitchen: 2 }));
});

test('a vehicle takes as much as it carries, site after site', () => {
  const truck = { vehicle: 5, title: 'Camión', carries: [{ item: 1, quantity: 70 }], withdrawn: null, plate: null };
  const lines = [
    { lot: 10, site: 3, quantity: 60 },
    { lot: 10, site: 4, quantity: 40 },
  ];
  const load = (sites: readonly number[]) =>
    loadFor(truck, lines, { sites, itemOf: () => 1 }).map((line) => [line.site, line.quantity]);
  assert.deepEqual(load([3, 4]), [
    [3, 60],
    [4, 10],
  ]);
  assert.deepEqual(load([4, 3]), [
    [4, 40],
    [3, 30],
  ]);
  assert.deepEqual(load([]), []);
});

test('a standard, a floor and a ceiling bound what is shared, and are in the file that is voted; without any it is the file of the classes', () => {
  const limits = { standard: { GLP10: 0.2 }, floor: { kitchen: 50 }, ceiling: { clinic: 20 } };
  const found = calculate({ ...asked(supply()), limits }, 'en');
  assert.ok(found.ok);
  // A hundred people and a fifth of a cylinder each: twenty. The clinic asks for fifty, and gets no more than a fifth of it.
  assert.deepEqual(
    found.lines.map(({ site: to, award }) => [to, award]),
    [
      ['Olla', 20],
      ['Posta', 10],
    ],
  );
  // Less is there than all ask: among those of one order the floor comes before the rule.
  const given = supply({ lots: [lot(10, 60)] });
  const scarce = calculate({ ...asked(given), classes: {}, limits: { ...noLimits, floor: { kitchen: 50 } } }, 'en');
  assert.ok(scarce.ok);
  assert.deepEqual(
    scarce.lines.map(({ site: to, award }) => [to, award]),
    [
      ['Olla', 45],
      ['Posta', 15],
    ],
  );
  assert.equal(
    parametersText(classes, limits),
    '{"class":{"clinic":1,"kitchen":2},"standard":{"GLP10":0.2},"floor":{"kitchen":50},"ceiling":{"clinic":20}}',
  );
  assert.equal(parametersText(classes), parametersText(classes, noLimits));
});
