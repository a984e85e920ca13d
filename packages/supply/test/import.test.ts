import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TableName } from '../src/import/columns.ts';
import { type ImportFile, importProblem } from '../src/import/import-problem.ts';
import { plan } from '../src/plan/plan.ts';
import { planDocument } from '../src/plan/plan-document.ts';
import { readPlanProblem } from '../src/plan/read-plan.ts';
import { problemSentence } from '../src/problem.ts';
import { readShared, skipWithoutData } from './roads/data.ts';

const csv = (name: string, text: string): ImportFile => ({ name, text, format: 'csv' });
const points = (features: unknown): ImportFile => ({
  name: 's.geojson',
  text: JSON.stringify({ type: 'FeatureCollection', features }),
  format: 'geojson',
});

const good: Readonly<Partial<Record<TableName, ImportFile>>> = {
  items: csv('i.csv', 'bien;unidad;indivisible;norma\ngas;garrafas;sí;0,05\n'),
  sites: csv('s.csv', 'lugar;longitud;latitud;personas;clase;# apunte\nPeñas;-68,16;-16.501;1000;2;hola\nA;;;;\n'),
  needs: csv('n.csv', 'lugar;bien;cantidad\nPeñas;gas;\n'),
  stocks: csv('e.csv', 'lugar;bien;cantidad;hasta\nA;gas;12,50;2026-06-05\nA;gas;007;\n'),
  vehicles: csv('v.csv', 'id,at,capacity,hours,cargo,cold\nt1,A,20,8,gas|food,no\n'),
};

const run = (tables: typeof good, base?: unknown, open = noFile) =>
  importProblem({
    tables,
    closuresName: 'x-closures.geojson',
    open,
    ...(base !== undefined && { base: { name: 'b.json', text: JSON.stringify(base), format: 'geojson' as const } }),
  });
function noFile(name: string): string {
  throw new Error(`no file ${name}`);
}
function problemOf(tables: typeof good, base?: unknown) {
  const outcome = run(tables, base);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return { ...outcome.value, raw: JSON.parse(outcome.value.problem) };
}
function complaints(tables: typeof good, base?: unknown): string[] {
  const outcome = run(tables, base);
  return outcome.ok ? [] : outcome.problems.map((problem) => problemSentence(problem).en);
}

test('tables become the problem that somebody would have typed, decimals as they were written', () => {
  const { raw, problem, counts, closures } = problemOf(good, { rule: 'talmud', at: '2026-06-02' });
  assert.deepEqual(raw, {
    rule: 'talmud',
    at: '2026-06-02',
    items: [{ id: 'gas', unit: 'garrafas', indivisible: true, standard: 0.05 }],
    sites: [{ id: 'Peñas', at: [-68.16, -16.501], people: 1000, class: 2 }, { id: 'A' }],
    needs: [{ site: 'Peñas', item: 'gas' }],
    stocks: [
      { site: 'A', item: 'gas', amount: 12.5, until: '2026-06-05' },
      { site: 'A', item: 'gas', amount: 7 },
    ],
    vehicles: [{ id: 't1', at: 'A', capacity: 20, hours: 8, cargo: ['gas', 'food'], cold: false }],
  });
  assert.ok(problem.includes('"amount":12.50'));
  assert.deepEqual([counts, closures], [{ items: 1, sites: 2, needs: 1, stocks: 2, vehicles: 1 }, null]);
  const { items } = planDocument(plan(readPlanProblem(problem, noFile)), 'en');
  assert.equal((items[0] as unknown as { given: number }).given, 19);
});

test('without a list of items there are those that are needed or there', () => {
  const { items: _, ...rest } = good;
  const needs = csv('n.csv', 'site,item,amount\nA,water,3\nA,gas,4');
  assert.deepEqual(problemOf({ ...rest, needs }).raw.items, [{ id: 'gas' }, { id: 'water' }]);
});

test('sites from points: the properties that have a name here, the feature’s id where none does', () => {
  const point = (properties: unknown, id?: number) => ({
    type: 'Feature',
    ...(id !== undefined && { id }),
    properties,
    geometry: { type: 'Point', coordinates: [-68.1, -16.5, 4000] },
  });
  const { raw } = problemOf({
    sites: points([point({ personas: 30, color: 'red' }, 7), point({ id: 'B', class: 1 })]),
  });
  assert.deepEqual(raw.sites, [
    { at: [-68.1, -16.5, 4000], people: 30, id: '7' },
    { at: [-68.1, -16.5, 4000], id: 'B', class: 1 },
  ]);
  for (const [features, wanted] of [
    [
      [point({ people: '30' }, 7)],
      /line 1, column \d+, s\.geojson features\[0\]\.properties\.people: a number belongs/,
    ],
    [[point({})], /s\.geojson features\[0\]: “id” is missing/],
    [
      [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [] } }],
      /features\[0\]\.geometry: a site is a Point/,
    ],
    [{}, /s\.geojson features: a list/],
    [[point({}, 7), point({}, 7)], /features\[1\]: “7” stands twice/],
  ] as const)
    assert.match(complaints({ sites: points(features) })[0] ?? '', wanted);
});

test('closures become GeoJSON that a plan and reach read', () => {
  const closures = csv('c.csv', 'corte;lon;lat;hasta;informado por;confirmado\nc1;-68,2;-16,6;2026-06-04;Mallku;no\n');
  const made = problemOf({ ...good, closures });
  assert.equal(made.raw.closures, 'x-closures.geojson');
  assert.deepEqual(JSON.parse(made.closures ?? ''), {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'c1',
        geometry: { type: 'Point', coordinates: [-68.2, -16.6] },
        properties: { until: '2026-06-04', reportedBy: 'Mallku', confirmed: false },
      },
    ],
  });
  const read = readPlanProblem(made.problem, () => made.closures ?? '');
  assert.deepEqual(
    read.closures.map(({ id, place }) => [id, place]),
    [['c1', [-68.2, -16.6]]],
  );
});

test('nonsense is said with its file, its line and its column, and nothing is imported', () => {
  const needs = (text: string) => ({ needs: csv('n.csv', `site;item;amount;until\n${text}`) });
  for (const [more, wanted] of [
    [needs('Peñas;gas;-1;'), 'line 2, column 11, n.csv amount: -1 is negative'],
    [needs('Peñas;gas;NaN;'), 'line 2, column 11, n.csv amount: “NaN” is no number'],
    [needs('Peñas;gas;1e308;'), 'line 2, column 11, n.csv amount: 1e308 is too large; at most 1000000000000'],
    [
      needs('Peñas;gas;1.234;'),
      'line 2, column 11, n.csv amount: “1.234” may be 1234 or 1,234; write it without the point',
    ],
    [needs('Norte;gas;1;'), 'line 2, column 1, n.csv site: there is no site “Norte”'],
    [needs(';gas;1;'), 'line 2, column 1, n.csv: “site” is missing'],
    [
      needs('Peñas;gas;1;2/6/2026'),
      'line 2, column 13, n.csv until: “2/6/2026” is no date (2026-06-02), and no time with its zone (2026-06-02T12:00:00-04:00)',
    ],
    [
      needs('Peñas;gas;1;\nPeñas;gas;2;'),
      'line 3, column 1, n.csv: “Peñas, gas” stands twice, also in line 2; if they are two, one needs another name',
    ],
    [needs('A;gas;;'), 'line 2, column 1, n.csv: “amount” is missing, or the site’s people and the item’s standard'],
    [
      { needs: csv('n.csv', 'site;item;monto\n') },
      'line 1, column 11, n.csv: unknown column “monto”; there are: site, item, amount, from, until, floor, ceiling. If it is a remark, let it begin with #',
    ],
    [{ needs: csv('n.csv', 'site;item;lugar\n') }, 'line 1, column 11, n.csv: the column “site” stands twice'],
    [{ needs: csv('n.csv', 'site;amount\n') }, 'line 1, column 1, n.csv: the column “item” is missing (or “bien”)'],
    [{ needs: csv('n.csv', '') }, 'line 1, column 1, n.csv: the column “site” is missing (or “lugar”)'],
    [{ needs: csv('n.csv', 'site;item;\nA;gas;3') }, 'line 2, column 7, n.csv: “3” stands in a column without a name'],
    [{ needs: csv('n.csv', 'site;"item\n') }, 'line 1, column 6, n.csv: these quotes are never closed'],
    [{ vehicles: csv('v.csv', 'id,at,capacity,hours\nt,Q,1,1') }, 'line 2, column 3, v.csv at: there is no site “Q”'],
    [
      { closures: csv('c.csv', 'id,lon,lat\nc,-16,200') },
      'line 2, column 7, c.csv lat: [longitude, latitude] in degrees belongs here',
    ],
    [
      { closures: csv('c.csv', 'id,lon,lat\nc,-16,') },
      'line 2, column 3, c.csv lon: [longitude, latitude] in degrees belongs here',
    ],
    [
      { closures: csv('c.csv', 'id,lon,lat,confirmed\nc,-68,-16,maybe') },
      'line 2, column 11, c.csv confirmed: “maybe”: yes or no belongs here',
    ],
  ] as const)
    assert.deepEqual(complaints({ ...good, ...more }), [wanted]);
});

test('all that is wrong is said at once, in every file', () => {
  const needs = csv('n.csv', 'site,item,amount\nPeñas,gas,-1\nNorte,gas,2\nPeñas,oil,2\n');
  const stocks = csv('e.csv', 'site,item,amount\nSur,gas,5\n');
  assert.deepEqual(
    complaints({ ...good, needs, stocks }).map((one) => one.replace(/,.*: /, ': ')),
    [
      'line 2: -1 is negative',
      'line 3: there is no site “Norte”',
      'line 4: there is no item “oil”',
      'line 2: there is no site “Sur”',
    ],
  );
});

test('a wrong cell hides no other mistake, and a wrong site is not held against those who name it', () => {
  const needs = csv('n.csv', 'site,item,amount\nPeñas,gas,4O\nNorte,gas,2\n');
  assert.deepEqual(
    complaints({ ...good, needs }).map((one) => one.replace(/,.*: /, ': ')),
    ['line 2: “4O” is no number', 'line 3: there is no site “Norte”'],
  );
  const sites = csv('s.csv', 'id,people\nPeñas,many\nA,-2\nB,1\nB,2\n');
  assert.deepEqual(
    complaints({ ...good, sites }).map((one) => one.replace(/,.*: /, ': ')),
    [
      'line 2: “many” is no number',
      'line 3: -2 is negative',
      'line 5, column 1, s.csv: “B” stands twice, also in line 4; if they are two, one needs another name',
    ].map((one) => one.replace(/,.*: /, ': ')),
  );
});

test('what is wrong in the base is said with its place', () => {
  assert.match(complaints(good, { ruel: 'talmud' })[0] ?? '', /line 1, column 9, b\.json ruel: unknown field/);
  assert.match(complaints(good, { at: 'tomorrow' })[0] ?? '', /b\.json at: “tomorrow” is no date/);
  assert.match(complaints(good, { rule: 'lots' })[0] ?? '', /rule: may be: leximin/);
  assert.match(complaints({ ...good, closures: points([]) })[0] ?? '', /s\.geojson: of GeoJSON only sites are read/);
});

test('any text in any table is imported as a problem that can be read, or refused as data', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('A', 'Peñas', 'gas', '1', '-2', '1e9', '2026-06-02', 'x|y', '"'));
  const line = fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => cells.join(';'));
  const table = fc.constantFrom<TableName>('items', 'sites', 'needs', 'stocks', 'vehicles', 'closures');
  const head = {
    items: 'id;size',
    sites: 'id;people;class',
    needs: 'site;item;amount',
    stocks: 'site;item;amount',
    vehicles: 'id;at;capacity;hours',
    closures: 'id;lon;lat',
  };
  fc.assert(
    fc.property(table, fc.array(line), (name, lines) => {
      const outcome = run({ ...good, [name]: csv('any.csv', [head[name], ...lines].join('\n')) });
      if (outcome.ok) readPlanProblem(outcome.value.problem, () => outcome.value.closures ?? '');
      else for (const problem of outcome.problems) assert.ok(problemSentence(problem).es.length > 0);
    }),
  );
});

test('of the 462 schools as they were published six have the code of another; without them all are sites', {
  skip: skipWithoutData,
}, () => {
  const [head = '', ...rows] = readShared('supply/el-alto-schools.csv').split('\n');
  const names: Readonly<Record<string, string>> = { code: 'id', pupils: 'people', lon: 'lon', lat: 'lat' };
  const renamed = head
    .trim()
    .split(',')
    .map((name) => names[name] ?? `# ${name}`);
  const schools = (lines: readonly string[]) => ({
    sites: csv('schools.csv', [renamed.join(','), ...lines].join('\n')),
  });
  const said = complaints(schools(rows));
  assert.equal(said.length, 6);
  assert.match(
    said[0] ?? '',
    /^line 322, column 1, schools\.csv: “40730464” stands twice, also in line \d+; if they are two, one needs another name$/,
  );
  const second = new Set(said.map((one) => Number(/line (\d+)/.exec(one)?.[1])));
  const { raw } = problemOf(schools(rows.filter((_, at) => !second.has(at + 2))));
  assert.equal(raw.sites.length, 456);
  assert.deepEqual(raw.sites[0], { id: '40730001', at: [-68.163207, -16.512869], people: 902 });
});
