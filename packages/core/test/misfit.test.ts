// What the catalogue says of an act's data, checked by our own few lines and by a JSON Schema validator of other people.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { acts, commandEntry, expectedAt, inputMisfit, misfit, objectSchema } from '../src/index.ts';

type Data = Record<string, unknown>;

const golden = new URL('../../../vectors/core/golden/', import.meta.url);
const examples = readdirSync(golden)
  .filter((name) => /^[A-Z].*\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, golden), 'utf8')) as { act: string; data: Data });

const ajv = new Ajv2020({ strict: true });
const validators = new Map(
  Object.values(acts).map(({ name, data }) => [name as string, ajv.compile(objectSchema(data))]),
);

/** Every place in the data, as the keys that lead there. */
const placesIn = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [[key], ...placesIn(member).map((place) => [key, ...place])])
    : [];

function withChange(data: Data, place: readonly string[], change: unknown): Data {
  const copy = structuredClone(data);
  const last = place.at(-1) as string;
  const holder = place.slice(0, -1).reduce((at, key) => at[key] as Data, copy);
  if (change === undefined) delete holder[last];
  else holder[last] = change;
  // What is in a leaf has been JSON: a list has no holes.
  return JSON.parse(JSON.stringify(copy)) as Data;
}

test('every golden act has the data that the catalogue says', () => {
  assert.ok(examples.length > 40);
  for (const act of examples) assert.equal(misfit(act), null, act.act);
});

test('a change anywhere in an act’s data is found exactly where a validator of other people finds one', () => {
  const change = fc.oneof(
    fc.constantFrom(
      undefined,
      null,
      {},
      [],
      '',
      'zzzz',
      '\u{1F600}'.repeat(121),
      -1,
      0,
      1.5,
      2 ** 53,
      true,
      '__proto__',
    ),
    fc.string(),
  );
  const places = examples.flatMap((act) => placesIn(act.data).map((place) => ({ act, place })));
  fc.assert(
    fc.property(fc.constantFrom(...places), change, ({ act, place }, value) => {
      const data = withChange(act.data, place, value);
      assert.equal(misfit({ act: act.act, data }) === null, validators.get(act.act)?.(data));
    }),
    { numRuns: 2_000 },
  );
});

test('the first place that does not fit is named', () => {
  const act = examples.find((one) => one.act === 'DelegatesElected');
  assert.ok(act !== undefined);
  const at = (place: string[], value: unknown) => misfit({ ...act, data: withChange(act.data, place, value) });
  assert.equal(at(['seats', '0', 'holder'], { name: 'Felipa' }), '/seats/0/holder');
  assert.equal(at(['until'], 'never'), '/until');
  assert.equal(at(['to'], undefined), '/to');
  assert.equal(at(['more'], 1), '/more');
  assert.equal(misfit({ act: 'NotOfThisProgram', data: null }), null);
});

test('of a proposal the fault is told in the kind that was meant, with what should stand there', () => {
  const table = commandEntry('TableMotion');
  assert.ok(table !== undefined);
  const motion = { sitting: 1, matter: 'mandate', title: 'x', text: 'x' };
  const on = { book: 'el-alto.example/asamblea', index: 3 };
  const mandate = { kind: 'mandate', on, textHash: Buffer.alloc(32).toString('base64'), instruction: 'yes' };
  const at = (proposal: unknown): string | null => {
    const input = { ...motion, proposal };
    const place = inputMisfit(table, input);
    return place === null ? null : `${place} ← ${expectedAt(table.input, input, place)}`;
  };
  assert.equal(at(mandate), null);
  assert.equal(at({ ...mandate, textHash: 'ff00' }), '/proposal/textHash ← textHash: SHA-256');
  assert.equal(at({ ...mandate, on: { ...on, index: '3' } }), '/proposal/on/index ← index: index of an act there');
  assert.equal(at({ kind: 'pact' }), '/proposal/with ← with: text ≤ 120');
  assert.equal(at({ kind: 'pact', with: 'x', more: 1 }), '/proposal/more ← kind, with');
  const holders = [{ office: 'mesa', holder: 7 }];
  assert.equal(at({ kind: 'elect-presidium', holders }), '/proposal/holders/0/holder ← holder: member or seat');
  assert.match(at({ kind: 'truce' }) ?? '', /^\/proposal\/kind ← kind: `resolution` \| `elect-officers` \| /);
  assert.match(at({}) ?? '', /^\/proposal\/kind ← /);
  assert.equal(at('mandate'), '/proposal ← proposal: a proposal, of one of the kinds below');
  assert.equal(expectedAt(table.input, { sitting: 1, war: 1 }, '/war').split(', ')[0], 'sitting');
});

test('a key, hash or signature has the one base64 of its bytes, which every decoder reads', () => {
  const act = examples.find((one) => one.act === 'OfficerKeyReplaced');
  assert.ok(act !== undefined);
  const at = (member: string, value: unknown) => misfit({ ...act, data: { ...act.data, [member]: value } });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
      assert.equal(at('newKey', Buffer.from(bytes.subarray(32)).toString('base64')), null);
      assert.equal(at('signature', Buffer.from(bytes).toString('base64')), null);
    }),
  );
  assert.equal(at('newKey', `${'A'.repeat(42)}B=`), '/newKey');
  assert.equal(at('signature', `${'A'.repeat(85)}B==`), '/signature');
});
