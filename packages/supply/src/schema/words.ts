/** What the schemas of supply are made of. They are JSON Schema 2020-12, as the other schemas of the house. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const dialect = 'https://json-schema.org/draft/2020-12/schema';
/** The largest amount that the readers accept. */
const LARGEST = 1_000_000_000_000;

type Properties = Readonly<Record<string, JsonSchema>>;

/** An object that is handed in: a field that nobody knows is refused. */
export const given = (description: string, required: readonly string[], properties: Properties): JsonSchema => ({
  description,
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

/** An object that is answered: later versions may say more. */
export const answered = (description: string, required: readonly string[], properties: Properties): JsonSchema => ({
  description,
  type: 'object',
  required,
  properties,
});

export const list = (description: string, items: JsonSchema): JsonSchema => ({ description, type: 'array', items });
export const mapOf = (description: string, values: JsonSchema): JsonSchema => ({
  description,
  type: 'object',
  additionalProperties: values,
});

export const words = (description: string): JsonSchema => ({ description, type: 'string', pattern: '\\S' });
export const flag = (description: string): JsonSchema => ({ description, type: 'boolean' });
export const choice = (description: string, values: readonly string[]): JsonSchema => ({
  description,
  type: 'string',
  enum: values,
});
export const amount = (description: string): JsonSchema => ({
  description: `${description} At most nine decimals.`,
  type: 'number',
  minimum: 0,
  maximum: LARGEST,
});
export const positive = (description: string): JsonSchema => ({
  description: `${description} More than zero, at most nine decimals.`,
  type: 'number',
  exclusiveMinimum: 0,
  maximum: LARGEST,
});
export const whole = (description: string, minimum = 0): JsonSchema => ({
  description,
  type: 'integer',
  minimum,
  maximum: LARGEST,
});
export const number = (description: string): JsonSchema => ({ description, type: 'number', minimum: 0 });
export const moment = (description: string): JsonSchema => ({
  description: `${description} A date, or a date with time and zone (ISO 8601).`,
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2}))?$',
});
export const orNull = (schema: JsonSchema): JsonSchema => {
  const { description, ...rest } = schema;
  return { description, oneOf: [rest, { type: 'null' }] };
};

export const document = (name: string, title: string, schema: JsonSchema): JsonSchema => ({
  $schema: dialect,
  $id: `urn:cabildo:schema:${name}`,
  title,
  ...schema,
});
