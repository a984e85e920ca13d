import type { JsonSchema } from '@cabildo/core';

// The small shapes of which the components of the OpenAPI document are made.

export const text = { type: 'string' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const time = { type: 'string', format: 'date-time' } as const;
export const publicKey = { type: 'string', description: 'Ed25519 key in base64' } as const;
export const hash = { type: 'string', description: 'SHA-256 in base64' } as const;
export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const named = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
export const anything = { type: 'object' } as const;

/** An office as people call it. */
export const called: JsonSchema = {
  ...object({ es: text, en: text }),
  description: 'What people call that office',
};

/** An object of exactly these members, all of them there unless named optional. */
export function object(properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, required, properties };
}
