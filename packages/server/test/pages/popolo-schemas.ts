// The schemas of Popolo itself, as validators.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

export const schemas = join(import.meta.dirname, '../../../../../shared/data/vectors/popolo/schemas');

/** Why nothing can be held against them here, or false. */
export const schemasMissing =
  existsSync(schemas) || process.env.CI !== undefined ? false : '../shared/data/vectors/popolo is not here';

/** Draft 3 as far as these schemas use it: `required` stands in the property. */
function readDraft3(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readDraft3);
  if (typeof value !== 'object' || value === null) return value;
  const { $schema: _, id, required: __, ...rest } = value as Record<string, unknown>;
  const out = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, readDraft3(member)]));
  const properties = (value as { properties?: Record<string, { required?: unknown }> }).properties ?? {};
  const needed = Object.keys(properties).filter((name) => properties[name]?.required === true);
  return {
    ...out,
    ...(typeof id === 'string' && id.startsWith('http') ? { $id: id.replace(/#$/, '') } : {}),
    ...(needed.length > 0 ? { required: needed } : {}),
  };
}

/** The lists of a document, and the class of what is in each. */
export const classes = {
  persons: 'person',
  organizations: 'organization',
  posts: 'post',
  memberships: 'membership',
  events: 'event',
  motions: 'motion',
  vote_events: 'vote_event',
  votes: 'vote',
  areas: 'area',
} as const;

export function validators(): (name: string) => ValidateFunction {
  const ajv = new Ajv({ strict: false });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('email', /^[^@\s]+@[^@\s]+$/);
  for (const file of readdirSync(schemas)) {
    const text = readFileSync(join(schemas, file), 'utf8');
    ajv.addSchema(readDraft3(JSON.parse(text)) as object);
  }
  return (name) => ajv.getSchema(`http://www.popoloproject.com/schemas/${name}.json`)!;
}
