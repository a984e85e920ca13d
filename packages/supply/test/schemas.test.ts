// The published schemas, read by a validator that somebody else wrote, against what the readers say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { plan } from '../src/plan/plan.ts';
import { planDocument } from '../src/plan/plan-document.ts';
import { readPlanProblem } from '../src/plan/read-plan.ts';
import { attempt } from '../src/problem.ts';
import { supplySchemas } from '../src/schema/schemas.ts';
import { ruleNames } from '../src/sharing/claim.ts';
import { readShareProblem } from '../src/sharing/read-share.ts';
import { share } from '../src/sharing/share.ts';
import { shareDocument } from '../src/sharing/share-document.ts';

const schemas = supplySchemas();
// A place may say its height after longitude and latitude, which Ajv would call a tuple left open.
const ajv = new Ajv2020({ strict: true, strictTuples: false });
const validators = new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
function isValid(name: string, value: unknown): boolean {
  const validate = validators.get(`${name}.schema.json`);
  assert.ok(validate, name);
  return validate(value) as boolean;
}
const faults = (name: string): string => JSON.stringify(validators.get(`${name}.schema.json`)?.errors);

type Raw = Record<string, unknown>;

const claims = {
  stock: 20.5,
  claims: { A: 10, B: 30 },
  class: { A: 1 },
  weight: { B: 1.5 },
  floor: { A: 1 },
  ceiling: { B: 25 },
  indivisible: false,
};

const roads = JSON.stringify({
  type: 'LineString',
  coordinates: [
    [-68.2, -16.5],
    [-68.1, -16.5],
    [-68, -16.5],
  ],
});
const closures = JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', id: 'c1', geometry: { type: 'Point', coordinates: [-68.05, -16.5] }, properties: {} }],
});
const before = JSON.stringify({ allocation: [{ site: 'Villa', item: 'gas', from: [{ depot: 'Plant', amount: 3 }] }] });
const files: Readonly<Record<string, string>> = { roads, closures, before };
const open = (name: string): string => files[name] ?? '{}';

const everything: Raw = {
  rule: 'leximin',
  at: '2026-06-02T12:00:00-04:00',
  items: [
    { id: 'gas', unit: 'cylinders', indivisible: true, cargo: 'fuel', standard: 0.5, size: 2 },
    { id: 'insulin', perishable: true, cold: true, carried: true },
  ],
  sites: [
    { id: 'Plant', at: [-68.2, -16.5, 4000] },
    { id: 'Villa', at: [-68.1, -16.5], people: 100, class: 1, weight: 1.2 },
    { id: 'Far', at: [-68, -16.5], people: 10 },
  ],
  needs: [
    { site: 'Villa', item: 'gas', amount: 40, from: '2026-06-01', until: '2026-06-05', floor: 1, ceiling: 30 },
    { site: 'Far', item: 'gas' },
    { site: 'Far', item: 'insulin', amount: 2 },
  ],
  stocks: [
    { site: 'Plant', item: 'gas', amount: 25 },
    { site: 'Plant', item: 'insulin', amount: 5, from: '2026-06-01', until: '2026-06-04' },
  ],
  roads: 'roads',
  links: [{ from: 'Plant', to: 'Villa', km: 5.5 }],
  closures: 'closures',
  snapKm: 3,
  passages: {
    safeConducts: [{ id: 'p', closures: ['c1'], cargo: ['fuel'], from: '2026-06-01', until: '2026-06-04' }],
    relays: [{ id: 'r', closure: 'c1', from: 'truck', to: 'van' }],
    always: ['insulin'],
  },
  vehicles: [
    { id: 'truck', at: 'Plant', capacity: 10, hours: 8, cargo: ['fuel'] },
    { id: 'van', at: 'Plant', capacity: 10, hours: 8, cold: false },
  ],
  kmPerHour: 25,
  unloadMinutes: 15,
  previous: 'before',
};

test('docs/ holds the schemas as they are here; `npm run docs` writes them', () => {
  for (const [name, schema] of Object.entries(schemas)) {
    const text = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
    assert.deepEqual(JSON.parse(text), schema, name);
  }
});

test('what has every field fits the schema, and so does what comes of it', () => {
  assert.ok(isValid('supply-share-problem', claims), faults('supply-share-problem'));
  for (const rule of ruleNames) {
    const answer = shareDocument(share(readShareProblem(JSON.stringify(claims)), rule), 'es');
    assert.ok(isValid('supply-share', answer), faults('supply-share'));
  }
  assert.ok(isValid('supply-plan-problem', everything), faults('supply-plan-problem'));
  const { passages: _p, vehicles: _v, previous: _b, at: _a, ...timeless } = everything;
  const bare = { ...timeless, items: [{ id: 'gas', standard: 0.5 }, { id: 'insulin' }] };
  for (const raw of [everything, bare]) {
    const answer = planDocument(plan(readPlanProblem(JSON.stringify(raw), open)), 'en');
    assert.ok(isValid('supply-plan', JSON.parse(JSON.stringify(answer))), faults('supply-plan'));
  }
  const full = planDocument(plan(readPlanProblem(JSON.stringify(everything), open)), 'en');
  // What stays empty would be held against nothing.
  for (const part of [full.allocation, full.spoils, full.trips, full.notDriven, full.changes])
    assert.ok((part ?? []).length > 0, JSON.stringify(full));
});

/** Every value of a document in turn replaced, left out, or joined by a field that nobody knows. */
function* mutations(value: unknown): Generator<unknown> {
  for (const other of [null, '', ' ', 'x', '2026-06-02', -1, 0, 1.5, 1e13, true, [], {}]) yield other;
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) for (const other of mutations(one)) yield value.with(at, other);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, unheard: 1 };
    for (const [name, one] of Object.entries(value)) {
      const { [name as never]: _, ...rest } = value;
      yield rest;
      for (const other of mutations(one)) yield { ...value, [name]: other };
    }
  }
}

/** What a reader finds and a schema cannot say: how the values of a document stand to each other, and what is in a file. */
const beyond =
  /unknown-|twice|cyclic-relay|floor-above|geojson|lower than the floor|“amount” is missing|“until” is missing|says “at”|every site needs|km from any road|before it begins|“allocation” is missing/;

function agrees(name: string, document: unknown, read: (text: string) => unknown): number {
  let refused = 0;
  for (const mutated of mutations(document)) {
    const text = JSON.stringify(mutated);
    const outcome = attempt(() => read(text));
    const valid = isValid(name, mutated);
    if (outcome.ok) assert.ok(valid, `read, but not valid: ${text} ${faults(name)}`);
    else {
      refused += 1;
      const { code, text: said } = outcome.problem;
      if (!beyond.test(`${code} ${said.en}`)) assert.ok(!valid, `valid, but not read (${said.en}): ${text}`);
    }
  }
  return refused;
}

test('a reader and its schema accept and refuse the same', () => {
  assert.ok(agrees('supply-share-problem', claims, readShareProblem) > 100);
  assert.ok(agrees('supply-plan-problem', everything, (text) => readPlanProblem(text, open)) > 500);
});

test('an answer that lacks what it must say, or says it as something else, is not valid', () => {
  const answer = JSON.parse(
    JSON.stringify(planDocument(plan(readPlanProblem(JSON.stringify(everything), open)), 'en')),
  );
  for (const name of Object.keys(answer)) {
    const { [name]: _, ...rest } = answer;
    assert.ok(!isValid('supply-plan', rest), name);
    assert.ok(!isValid('supply-plan', { ...answer, [name]: 7 }), name);
  }
  const { awards: _, ...rest } = shareDocument(share(readShareProblem(JSON.stringify(claims)), 'talmud'), 'en');
  assert.ok(!isValid('supply-share', rest));
});

test('every field says what it is', () => {
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, one] of Object.entries((node as { properties?: Raw }).properties ?? {})) {
      assert.match((one as { description?: string }).description ?? '', /^[\p{Lu}a-z].*\.$/u, `${path}.${name}`);
    }
    for (const [name, one] of Object.entries(node)) walk(one, `${path}.${name}`);
  };
  for (const [name, schema] of Object.entries(schemas)) walk(schema, name);
});
