import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { actsPage } from '../src/catalogue/documentation.ts';
import { actsSchema, commandsSchema } from '../src/catalogue/json-schema.ts';
import { allActs, allCommands } from '../src/index.ts';
import { proposal } from '../src/motion/proposal.ts';
import { statuteSchema } from '../src/statute/schema.ts';
import { statuteWith } from './federation/assembly.ts';

const committed = (path: string): string => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');

test('docs/acts.md is what the catalogue says; `npm run docs` writes it', () => {
  assert.equal(committed('acts.md'), actsPage());
});

test('the schemas in docs/ are what the catalogue says; `npm run docs` writes them', () => {
  assert.deepEqual(JSON.parse(committed('acts.schema.json')), actsSchema());
  assert.deepEqual(JSON.parse(committed('commands.schema.json')), commandsSchema());
  assert.deepEqual(JSON.parse(committed('statute.schema.json')), statuteSchema());
});

test('the page names every act, every command and every kind of proposal', () => {
  const page = actsPage();
  for (const { name } of allActs) assert.ok(page.includes(`\n| \`${name}\` v`), name);
  for (const { name } of allCommands) assert.ok(page.includes(`\n| \`${name}\` |`), name);
  const { oneOf } = proposal.schema as { oneOf: readonly { properties: { kind: { const: string } } }[] };
  assert.ok(oneOf.length > 40);
  for (const { properties } of oneOf) assert.ok(page.includes(`\n| \`${properties.kind.const}\` |`));
});

test('every schema compiles as JSON Schema 2020-12, and refuses what it does not name', () => {
  const ajv = new Ajv2020({ strict: true });
  const defined = [actsSchema(), commandsSchema()].flatMap(({ $defs }) => Object.values($defs as object));
  for (const schema of [...defined, statuteSchema()]) {
    const validate = ajv.compile(schema);
    assert.equal(validate({ 'not a field': 1 }), false);
  }
});

test('the statute of the tests fits the schema', () => {
  const validate = new Ajv2020({ strict: true }).compile(statuteSchema());
  assert.ok(validate(statuteWith()), JSON.stringify(validate.errors));
});
