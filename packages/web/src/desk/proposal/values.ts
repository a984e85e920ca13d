import type { FormField } from '@cabildo/core';

/** What a form holds while it is being filled in, field by field. */
export type Values = Readonly<Record<string, unknown>>;

/** One of a list: what is taken out takes nothing of its neighbours with it. */
export interface Entry {
  readonly id: number;
  readonly value: unknown;
}

const DAY_MS = 86_400_000;

/** Days from now at which a time begins that has to lie ahead; any other begins now. */
const ahead: Readonly<Record<string, number>> = { until: 730, due: 7, by: 7 };

/** What a field begins with; `now` as the node tells it. */
export function emptyOf(field: FormField, now: string): unknown {
  const { as, optional, least = 0, choices = [], name } = field;
  switch (as) {
    case 'number':
      return optional ? null : least;
    case 'tick':
      return false;
    case 'choice':
      return optional ? '' : (choices[0]?.value ?? '');
    case 'time':
      return optional ? '' : minuteOf(Date.parse(now) + (ahead[name] ?? 0) * DAY_MS);
    case 'group':
      return optional ? null : emptyFields(field.fields ?? [], now);
    case 'one-of':
      return { kind: field.variants?.[0]?.kind ?? '', ...emptyFields(field.variants?.[0]?.fields ?? [], now) };
    case 'list':
      return [];
    case 'elsewhere':
      return { book: '', index: null };
    case 'act':
    case 'part':
    case 'file':
    case 'data':
    case 'map':
      return null;
    default:
      return '';
  }
}

export const emptyFields = (fields: readonly FormField[], now: string): Values =>
  Object.fromEntries(fields.map((field) => [field.name, emptyOf(field, now)]));

const minuteOf = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}:00Z`;

/** Nothing was said, which an optional field may leave out. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Is it filled in, as far as the form itself can tell? The rules say the rest. */
function isWhole(field: FormField, value: unknown): boolean {
  if (isEmpty(value)) return field.optional;
  switch (field.as) {
    case 'group':
      return areWhole(field.fields ?? [], value as Values);
    case 'one-of':
      return areWhole(variantOf(field, value), value as Values);
    case 'list':
      return (value as readonly Entry[]).every((one) => field.item !== undefined && isWhole(field.item, one.value));
    case 'elsewhere':
      return !Object.values(value as Values).some(isEmpty);
    default:
      return true;
  }
}

export const areWhole = (fields: readonly FormField[], values: Values): boolean =>
  fields.every((field) => isWhole(field, values[field.name]));

/** As the command takes it: what was left out is not there. */
function inputOf(field: FormField, value: unknown): unknown {
  switch (field.as) {
    case 'group':
      return inputsOf(field.fields ?? [], value as Values);
    case 'one-of':
      return { kind: (value as Values).kind, ...inputsOf(variantOf(field, value), value as Values) };
    case 'list':
      return (value as readonly Entry[]).map((one) =>
        field.item === undefined ? one.value : inputOf(field.item, one.value),
      );
    case 'map':
      return (value as MapFile).about;
    default:
      return value;
  }
}

export const inputsOf = (fields: readonly FormField[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.name];
      return field.optional && isEmpty(value) ? [] : [[field.name, inputOf(field, value)]];
    }),
  );

export const variantOf = ({ variants = [] }: FormField, value: unknown): readonly FormField[] =>
  variants.find(({ kind }) => kind === (value as Values).kind)?.fields ?? [];

/** A map goes with its motion: the proposal names it by hash and size. */
export interface MapFile {
  readonly text: string;
  readonly about: { readonly sha256: string; readonly bytes: number; readonly mediaType: string };
}
