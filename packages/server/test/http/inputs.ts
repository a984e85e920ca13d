// Inputs made from a command's own schema, and nonsense made from those.
import type { JsonSchema } from '@cabildo/core';
import fc from 'fast-check';

type Schema = JsonSchema & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

const longestText = 60;

/** Anything that the schema lets through. */
export function validInput(given: JsonSchema): fc.Arbitrary<unknown> {
  const schema = given as Schema;
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.oneOf !== undefined) return fc.oneof(...schema.oneOf.map(validInput));
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? Number.MAX_SAFE_INTEGER });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(validInput(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(3, schema.maxItems ?? 3),
      });
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, validInput(field)]);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] as never[] });
    }
    default:
      throw new Error(`no input is made for ${JSON.stringify(schema)}`);
  }
}

function textOf({ pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema): fc.Arbitrary<string> {
  const fits = (text: string): boolean => [...text].length >= minLength && [...text].length <= maxLength;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { size: 'xsmall' }).filter(fits);
  const most = Math.min(longestText, maxLength);
  return fc.string({ unit: 'binary', minLength, maxLength: most }).filter(fits);
}

/** One input that the schema lets through, always the same; refs lead nowhere. */
export const minimalInput = (schema: JsonSchema): unknown =>
  pointNowhere(fc.sample(validInput(schema), { seed: 2, numRuns: 1 })[0]);

const pointNowhere = (value: unknown): unknown => {
  if (typeof value === 'number') return Math.min(value, 2 ** 31 - 1);
  if (typeof value === 'string') return value.replaceAll('\0', ' ');
  if (Array.isArray(value)) return value.map(pointNowhere);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, pointNowhere(child)]));
};

const strange = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0.5,
  1e300,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e',
  'x'.repeat(30_000),
  "'; drop table acts; --",
  '../../../etc/passwd',
  '__proto__',
  [],
  {},
  [[[[[]]]]],
  { constructor: { prototype: 1 } },
);

/** Something that is wrong somewhere: a field of a valid input replaced, left out, or added; or anything at all. */
export const nonsense = (schema: JsonSchema): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(validInput(schema), fc.nat(), fc.nat(2), fc.oneof(strange, fc.jsonValue())).map(spoilt),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: strange },
  );

function spoilt([input, place, how, value]: [unknown, number, number, unknown]): unknown {
  if (typeof input !== 'object' || input === null) return value;
  const names = Object.keys(input);
  const name = names[place % Math.max(1, names.length)];
  if (name === undefined || how === 2) return { ...input, [`extra${place}`]: value };
  if (how === 1) return Object.fromEntries(Object.entries(input).filter(([other]) => other !== name));
  const child = (input as Record<string, unknown>)[name];
  const deeper = typeof child === 'object' && child !== null && !Array.isArray(child) && place % 3 === 0;
  return { ...input, [name]: deeper ? spoilt([child, place >> 2, how, value]) : value };
}
