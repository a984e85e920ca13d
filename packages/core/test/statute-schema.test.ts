// The published schema of statutes, read by a validator that somebody else wrote.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { statuteMisfit } from '../src/catalogue/misfit.ts';
import { readStatute, type Statute, statuteSchema, statuteTemplates } from '../src/index.ts';
import { fullest, mutations } from './federation/statutes.ts';

const languages = ['es', 'en'] as const;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(statuteSchema());

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
}

interface Described {
  readonly path: string;
  readonly field: Schema;
}

const fieldsOf = (schema: Schema, path = ''): readonly Described[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [{ path: at, field }, ...fieldsOf(field, at)];
  }),
  ...(schema.items === undefined ? [] : fieldsOf(schema.items, `${path}[]`)),
];

test('every article and every field of it is described, in both languages', () => {
  const [spanish, english] = languages.map((language) => fieldsOf(statuteSchema(language) as Schema));
  assert.ok(spanish && english && english.length > 100);
  for (const [at, { path, field }] of english.entries()) {
    const other: Described | undefined = spanish[at];
    assert.equal(other?.path, path);
    for (const { description } of [field, other.field])
      assert.match(description ?? '', /^[\p{Lu}`0-9].*[\p{L}.…)]$/u, path);
    // A number is said the same way in both.
    if (/[a-z]{4}/.test(field.description ?? '')) assert.notEqual(field.description, other.field.description, path);
  }
});

test('every value of a choice has its meaning in the description', () => {
  for (const language of languages)
    for (const { path, field } of fieldsOf(statuteSchema(language) as Schema))
      for (const value of field.enum ?? field.items?.enum ?? [])
        assert.match(field.description ?? '', new RegExp(`\`${value}\`: [\\p{L}]`, 'u'), `${path}: ${value}`);
});

test('an article that may be left out says what that means, in the words of the reading', () => {
  const required = statuteSchema().required as readonly string[];
  for (const language of languages)
    for (const [article, field] of Object.entries((statuteSchema(language) as Schema).properties ?? {})) {
      const word = language === 'es' ? 'Sin este artículo: ' : 'Left out: ';
      if (required.includes(article)) {
        assert.ok(!field.description?.includes(word), article);
        continue;
      }
      const { [article as keyof Statute]: _left, ...rest } = fullest;
      const read = readStatute(rest as Statute, language).find((section) => section.article === article);
      assert.ok(field.description?.endsWith(word + read?.sentences.join(' ')), `${article}: ${field.description}`);
      assert.equal(field.title, read?.title);
    }
});

test('the schemas say which dialect they are in, and have names of their own that no host is part of', () => {
  const [spanish, english] = languages.map((language) => statuteSchema(language));
  assert.equal(english?.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.match(String(english?.$id), /^urn:/);
  assert.notEqual(english?.$id, spanish?.$id);
  for (const schema of [spanish, english]) assert.ok(new Ajv2020({ strict: true }).validateSchema(schema ?? {}));
});

test('every template fits, and so does whatever differs from one in what may differ', () => {
  for (const { statutes } of statuteTemplates)
    for (const language of languages) assert.ok(validate(statutes[language]), JSON.stringify(validate.errors));
});

const spoiled: readonly (readonly [place: string, spoil: (statute: Record<string, unknown>) => void])[] = [
  ['', (statute) => delete statute.notice],
  ['', (statute) => Object.assign(statute, { quorum: 12 })],
  ['/title', (statute) => Object.assign(statute, { title: '' })],
  ['/title', (statute) => Object.assign(statute, { title: 'x'.repeat(121) })],
  ['/closing/hour', (statute) => Object.assign(statute, { closing: { hour: 25, offsetMinutes: 0 } })],
  ['/closing/offsetMinutes', (statute) => Object.assign(statute, { closing: { hour: 22, offsetMinutes: -1440 } })],
  ['/notice/hours', (statute) => Object.assign(statute, { notice: { hours: -1 } })],
  ['/notice/hours', (statute) => Object.assign(statute, { notice: { hours: 1.5 } })],
  ['/notice', (statute) => Object.assign(statute, { notice: { days: 2 } })],
  ['/rules/0/rule/den', (statute) => ((statute.rules as Rules)[0].rule.den = 0)],
  ['/rules/0/rule/of', (statute) => ((statute.rules as Rules)[0].rule.of = 'everybody')],
  ['/rules/0/matter', (statute) => ((statute.rules as Rules)[0].matter = 'war')],
  ['/offices', (statute) => Object.assign(statute, { offices: Array(17).fill({ office: 'x', role: 'teller' }) })],
  ['/offices/0/role', (statute) => Object.assign(statute, { offices: [{ office: 'x', role: 'king' }] })],
  ['/mandates/binding', (statute) => Object.assign(statute, { mandates: { binding: true } })],
];

type Rules = [{ matter: string; rule: { den: number; of: string } }];

test('what is no statute is found at its place, by the validator and by the check that founding goes through', () => {
  for (const { name, statutes } of statuteTemplates)
    for (const [place, spoil] of spoiled) {
      const copy = structuredClone(statutes.es) as unknown as Record<string, unknown>;
      spoil(copy);
      assert.equal(validate(copy), false, `${name} ${place}`);
      const places = validate.errors?.map(({ instancePath }) => instancePath) ?? [];
      assert.ok(places.includes(place), `${name} ${place}: ${places}`);
      assert.notEqual(statuteMisfit(copy), null, `${name} ${place}`);
    }
});

test('the validator and the check agree about whatever differs from the fullest statute in one thing', () => {
  for (const { path, statute } of mutations(fullest))
    assert.equal(validate(statute), statuteMisfit(statute) === null, path);
});
