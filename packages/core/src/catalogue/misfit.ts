import { statute } from '../statute/fields.ts';
import { actEntry } from './acts.ts';
import type { CommandEntry } from './command-entry.ts';
import { type Field, type JsonSchema, objectSchema } from './fields.ts';

/**
 * Where an act's data is not what the catalogue says of it, as a path such as `/seats/0/holder`; null if it is. For acts
 * that were written elsewhere: what folds and rules see must have the types that they trust.
 */
export function misfit(act: { readonly act: string; readonly data: unknown }): string | null {
  const entry = actEntry(act.act);
  return entry === undefined ? null : faultIn(objectSchema(entry.data), act.data, '');
}

/** Where a command's input is not what the command table says of it, in the same way. */
export const inputMisfit = (entry: CommandEntry, input: unknown): string | null =>
  faultIn(objectSchema(entry.input), input, '');

/** The same for whatever a field describes. */
export const fieldMisfit = (field: Field<unknown>, value: unknown): string | null => faultIn(field.schema, value, '');

/** And for rules that somebody wrote into a file. */
export const statuteMisfit = (value: unknown): string | null => fieldMisfit(statute, value);

/** The words of JSON Schema that `fields.ts` uses, and no others. */
function faultIn(schema: JsonSchema, value: unknown, at: string): string | null {
  const { oneOf, const: only, enum: values, type } = schema as Words;
  if (oneOf !== undefined) return variantFault(oneOf, value, at);
  if (only !== undefined) return value === only ? null : at;
  if (values !== undefined) return values.includes(value) ? null : at;
  return type === undefined ? at : byType[type](schema as Words, value, at);
}

/** Variants are told apart by a member with one possible value; of the one that is meant the fault is where it is. */
function variantFault(variants: readonly JsonSchema[], value: unknown, at: string): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return at;
  const [meant, ...others] = variants.filter((one) =>
    tagsOf(one).every(([name, tag]) => memberOf(value, name) === tag),
  );
  if (meant !== undefined && others.length === 0) return faultIn(meant, value, at);
  const [[tag] = []] = variants.flatMap(tagsOf);
  return tag === undefined ? at : `${at}/${tag}`;
}

const memberOf = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

const tagsOf = (schema: JsonSchema): readonly (readonly [name: string, value: unknown])[] =>
  Object.entries((schema as Words).properties ?? {}).flatMap(([name, member]) =>
    'const' in member ? [[name, member.const] as const] : [],
  );

interface Words {
  readonly type?: keyof typeof byType;
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

type FaultOf = (schema: Words, value: unknown, at: string) => string | null;

const byType: Readonly<Record<'boolean' | 'integer' | 'string' | 'array' | 'object', FaultOf>> = {
  boolean: (_schema, value, at) => (typeof value === 'boolean' ? null : at),

  integer({ minimum = -Infinity, maximum = Infinity }, value, at) {
    return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum ? null : at;
  },

  string({ minLength = 0, maxLength = Infinity, pattern }, value, at) {
    if (typeof value !== 'string') return at;
    // Characters, not UTF-16 units: a text of emoji is as long as it looks.
    const length = Array.from(value).length;
    const fits =
      length >= minLength && length <= maxLength && (pattern === undefined || patternOf(pattern).test(value));
    return fits ? null : at;
  },

  array({ items = {}, maxItems = Infinity }, value, at) {
    if (!Array.isArray(value) || value.length > maxItems) return at;
    return first(value.map((item, i) => () => faultIn(items, item, `${at}/${i}`)));
  },

  object({ required = [], properties = {} }, value, at) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return at;
    const members = value as Readonly<Record<string, unknown>>;
    const missing = required.find((name) => !Object.hasOwn(members, name));
    if (missing !== undefined) return `${at}/${missing}`;
    return first(
      Object.entries(members).map(([name, member]) => () => {
        const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
        return known === undefined ? `${at}/${name}` : faultIn(known, member, `${at}/${name}`);
      }),
    );
  },
};

function first(faults: readonly (() => string | null)[]): string | null {
  for (const fault of faults) {
    const found = fault();
    if (found !== null) return found;
  }
  return null;
}

const patterns = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known;
}
