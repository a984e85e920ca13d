import type { JsonSchema } from '@cabildo/core';

/** What the OpenAPI document says about a route beside what is validated. */
export interface About {
  /** Where the router's pattern says less than the path does. */
  readonly path?: string;
  readonly operation: string;
  readonly summary: string;
  readonly tag: 'commands' | 'people' | 'bodies' | 'books' | 'exchange' | 'node' | 'pages' | 'ballot';
  /** Who must sign in: nobody where it is left out. */
  readonly bearer?: 'optional' | 'required';
  readonly answers: Readonly<Record<number, Answer>>;
  /** The request's body where it is not JSON under a schema. */
  readonly accepts?: Readonly<Record<string, JsonSchema>>;
}

export interface Answer {
  readonly says: string;
  /** Media type → schema; JSON of a named component where it is only a name. */
  readonly content?: string | Readonly<Record<string, JsonSchema>>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    about?: About;
  }
}

export const bytes = (mediaType: string): Readonly<Record<string, JsonSchema>> => ({ [mediaType]: {} });

export const plainText = { 'text/plain': { type: 'string' } } as const;

/** `Idempotency-Key`: 1 to 100 visible ASCII characters. */
export const idempotencyHeaders = {
  type: 'object',
  required: ['idempotency-key'],
  properties: { 'idempotency-key': { type: 'string', pattern: '^[!-~]{1,100}$' } },
} as const;

/** The same, and what the phone has signed. */
export const commandHeaders = {
  ...idempotencyHeaders,
  properties: {
    ...idempotencyHeaders.properties,
    'cabildo-signed': {
      type: 'string',
      maxLength: 140,
      description:
        'Moment and Ed25519 signature of the phone’s key over {book, command, input, key, madeAt} (vectors/phone)',
    },
  },
} as const;
