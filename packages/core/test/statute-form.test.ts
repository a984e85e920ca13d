// What an editor is drawn from, and what it is told of a file that is no statute.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { statuteMisfit } from '../src/catalogue/misfit.ts';
import { statuteArticles, statuteFault, statuteForm, statuteSchema } from '../src/index.ts';
import type { FormField } from '../src/motion/proposal-forms.ts';
import { anyStatute } from './federation/drawn-statutes.ts';
import { fullest, mutations } from './federation/statutes.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Every place of the schema, as a path with what may stand there. */
function placesOf(schema: Schema, path: string): readonly string[] {
  const own = [`${path} ${schema.enum?.join('|') ?? schema.type}`];
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    placesOf(member, `${path}/${name}${schema.required?.includes(name) === true ? '' : '?'}`),
  );
  return [...own, ...inside, ...(schema.items === undefined ? [] : placesOf(schema.items, `${path}[]`))];
}

const kinds = { text: 'string', number: 'integer', tick: 'boolean', group: 'object', list: 'array' } as const;

function placesOfField(field: FormField, path: string): readonly string[] {
  const { as, choices, fields = [], item } = field;
  const own = choices?.map(({ value }) => value).join('|') ?? kinds[as as keyof typeof kinds];
  return [
    `${path} ${own}`,
    ...fields.flatMap((one) => placesOfField(one, `${path}/${one.name}${one.optional ? '?' : ''}`)),
    ...(item === undefined ? [] : placesOfField(item, `${path}[]`)),
  ];
}

for (const language of ['es', 'en'] as const) {
  test(`the form asks for everything that the schema has, and nothing else (${language})`, () => {
    const form = statuteForm(language);
    assert.deepEqual(
      form.map(({ name }) => name),
      statuteArticles,
    );
    const asked = form.flatMap((field) => placesOfField(field, `/${field.name}${field.optional ? '?' : ''}`));
    assert.deepEqual(
      [...asked].sort(),
      placesOf(statuteSchema() as Schema, '')
        .slice(1)
        .sort(),
    );
  });

  test(`every field and every choice of it is named in words, without the data’s own (${language})`, () => {
    const check = (field: FormField, path: string): void => {
      assert.match(field.label, /^[\p{Lu}0-9«“]/u, path);
      assert.doesNotMatch(`${field.label} ${field.note ?? ''}`, /`|undefined/, path);
      for (const { value, label } of field.choices ?? []) assert.ok(label.length > 1, `${path} ${value}`);
      for (const one of field.fields ?? []) check(one, `${path}/${one.name}`);
      // The items of a list are numbered where nothing else names them.
      const { item } = field;
      if (item !== undefined) for (const one of item.fields ?? []) check(one, `${path}[]/${one.name}`);
    };
    for (const field of statuteForm(language)) check(field, `/${field.name}`);
  });
}

test('whatever is no statute is told its place and what belongs there; whatever is one is told nothing', () => {
  const spoilt = fc
    .tuple(fc.constantFrom(...mutations(fullest)), fc.jsonValue())
    .map(([{ statute }, value]) => ({ ...statute, calls: { ...statute.calls, second: value } }));
  fc.assert(
    fc.property(fc.oneof(anyStatute, fc.jsonValue(), spoilt), (value) => {
      const [fault, misfit] = [statuteFault(value), statuteMisfit(value)];
      assert.equal(fault?.at ?? null, misfit);
      if (fault === null) return;
      assert.match(fault.es, /: (aquí (va|no va)|falta; aquí va) .+\./s);
      assert.match(fault.en, /: (here belongs|nothing of that name|missing; here belongs) .+\./s);
    }),
    { numRuns: 500, seed: 20050608 },
  );
});

test('a place deep in a statute is named by its article, and what belongs there by its field', () => {
  const [rule] = fullest.rules;
  const wrong = { ...fullest, rules: [{ ...rule, and: { num: 1, den: '2', strict: true, of: 'cast' } }] };
  assert.deepEqual(statuteFault(wrong), {
    at: '/rules/0/and/den',
    es: 'Artículo «reglas de decisión» (/rules/0/and/den): aquí va un número entero desde 1. Denominador de la fracción.',
    en: 'Article “decision rules” (/rules/0/and/den): here belongs a whole number from 1 on. The fraction’s denominator.',
  });
});
