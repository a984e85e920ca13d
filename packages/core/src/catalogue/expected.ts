import type { Field, Fields } from './fields.ts';

/**
 * What the table says should stand at that place of an input (a path as `inputMisfit` gives it), in the words of the
 * documentation; of a place that there is not, which places there are.
 */
export function expectedAt(fields: Fields, input: unknown, place: string): string {
  const [name = '', ...rest] = place.split('/').slice(1);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return placesOf(fields);
  return expectedIn(field, memberOf(input, name), rest, name);
}

function expectedIn(field: Field<unknown>, value: unknown, [name, ...rest]: readonly string[], at: string): string {
  const meant = meantBy(field, value);
  if (name === undefined) return `${at}: ${meant.reads.replaceAll('\\|', '|')}`;
  const member = meant.item ?? meant.members?.[name];
  if (member !== undefined)
    return expectedIn(member, memberOf(value, name), rest, meant.item === undefined ? name : at);
  const kinds = (meant.variants ?? []).map(({ members }) => members?.[name]?.reads ?? '');
  return kinds.length === 0 ? placesOf(meant.members ?? {}) : `${name}: ${kinds.join(' | ')}`;
}

/** Of several records the one whose `kind` the value has. */
const meantBy = (field: Field<unknown>, value: unknown): Field<unknown> =>
  field.variants?.find(({ members }) => tagOf(members?.kind) === memberOf(value, 'kind')) ?? field;

const tagOf = (field: Field<unknown> | undefined): unknown => field?.schema.const;

const placesOf = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, { optional }]) => (optional ? `${name}?` : name))
    .join(', ') || '{}';

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
