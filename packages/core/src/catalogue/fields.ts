/**
 * The small language in which the catalogue says what an act or a command holds. One description gives
 * the TypeScript type, the JSON Schema that the server validates with, and the line in the documentation.
 */

export type JsonSchema = Readonly<Record<string, unknown>>;

export const dialect = 'https://json-schema.org/draft/2020-12/schema';

export interface Field<T> {
  readonly schema: JsonSchema;
  /** What the documentation prints as the field's type. */
  readonly reads: string;
  readonly optional: boolean;
  /** Of a record: what it holds; of a list: what each item is; of one of several: which. */
  readonly members?: Fields;
  readonly item?: Field<unknown>;
  readonly variants?: readonly Field<unknown>[];
  /** Never present: carries the TypeScript type. */
  readonly type?: T;
}

interface OptionalField<T> extends Field<T> {
  readonly optional: true;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends OptionalField<unknown> ? K : never }[keyof F];

export type Values<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: TypeOf<F[K]>;
} & { readonly [K in OptionalKeys<F>]?: TypeOf<F[K]> };

export type TypeOf<F> = F extends Field<infer T> ? T : never;

function field<T>(reads: string, schema: JsonSchema): Field<T> {
  return { reads, schema, optional: false };
}

/** Something that can be read: not blanks alone. */
export const text = (max: number): Field<string> =>
  field(`text ≤ ${max}`, { type: 'string', minLength: 1, maxLength: max, pattern: '\\S' });

export const choice = <const T extends string>(...values: readonly T[]): Field<T> =>
  field(values.map((value) => `\`${value}\``).join(' \\| '), { type: 'string', enum: values });

/** A whole number from 0; a count of people, votes or seats is never anything else. */
export const count: Field<number> = field('count', { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 });

export const integer = (min: number, max: number): Field<number> =>
  field(`${min} to ${max}`, { type: 'integer', minimum: min, maximum: max });

export const positive: Field<number> = field('count ≥ 1', { type: 'integer', minimum: 1, maximum: 2 ** 31 - 1 });

export const yesNo: Field<boolean> = field('yes/no', { type: 'boolean' });

/** The index, in this book, of the act that created the thing. */
export const ref = (act: string): Field<number> =>
  field(`index of ${act}`, { type: 'integer', minimum: 0, maximum: 2 ** 53 - 1 });

/** UTC to the second, as in RFC 3339. */
export const time: Field<string> = field('time', {
  type: 'string',
  pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$',
});

// Bytes have one base64: one key that decoders refuse would make the election that enrols it, and every seal after it, void.
const base64Of32 = { type: 'string', pattern: '^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$' };

/** SHA-256 in standard base64. */
export const hash: Field<string> = field('SHA-256', base64Of32);

/** A raw Ed25519 public key in standard base64. */
export const publicKey: Field<string> = field('Ed25519 key', base64Of32);

export const signature: Field<string> = field('Ed25519 signature', {
  type: 'string',
  pattern: '^[A-Za-z0-9+/]{85}[AQgw]==$',
});

/** `name+hash+key`, the verifier key of C2SP signed notes. */
export const verifierKey: Field<string> = field('verifier key', {
  type: 'string',
  maxLength: 300,
  pattern: '^[^ +\\n]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+$',
});

/** A book's name in its checkpoints: `<node name>/<body>`. */
export const origin: Field<string> = field('origin', {
  type: 'string',
  maxLength: 200,
  pattern: '^[a-z0-9][a-z0-9.:-]*(/[a-z0-9~][a-z0-9~-]*)+$',
});

/** A body's name inside its node. */
export const bodyName: Field<string> = field('name of a body', {
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9-]{1,62}$',
});

/** A person in one body (`m-…`), or, where the members are delegates, a seat (`<origin>#<number>`). */
export const holder: Field<string> = field('member or seat', {
  type: 'string',
  maxLength: 220,
  pattern: '^(m-[0-9a-hjkmnp-tv-z]{16}|[a-z0-9][a-z0-9.:-]*(/[a-z0-9~][a-z0-9~-]*)+#[0-9]+)$',
});

export const member: Field<string> = field('member', { type: 'string', pattern: '^m-[0-9a-hjkmnp-tv-z]{16}$' });

export const list = <T>(of: Field<T>, max: number): Field<readonly T[]> => ({
  ...field<readonly T[]>(`list of ≤ ${max}: ${of.reads}`, { type: 'array', items: of.schema, maxItems: max }),
  item: of,
});

export const record = <const F extends Fields>(fields: F): Field<Values<F>> => ({
  ...field<Values<F>>(`{ ${Object.entries(fields).map(memberReads).join(', ')} }`, objectSchema(fields)),
  members: fields,
});

/** A member by its name; one that can have a single value with that, because it says which of several records this is. */
const memberReads = ([name, { optional, reads, schema }]: [string, Field<unknown>]): string =>
  `${name}${optional ? '?' : ''}${'const' in schema ? `: ${reads}` : ''}`;

/** One of several records, told apart by the value of `kind`. */
export const oneOf = <const V extends readonly Field<unknown>[]>(...variants: V): Field<TypeOf<V[number]>> => ({
  ...field<TypeOf<V[number]>>(variants.map((variant) => variant.reads).join(' or '), {
    oneOf: variants.map((variant) => variant.schema),
  }),
  variants,
});

/** The same, where its page says more than a cell of a table can. */
export const explained = <F extends Field<unknown>>(of: F, reads: string): F => ({ ...of, reads });

export const constant = <const T extends string>(value: T): Field<T> => field(`\`${value}\``, { const: value });

export const optional = <T>(of: Field<T>): OptionalField<T> => ({ ...of, optional: true });

/** Something in another book, named by that book and the act's index there. */
export const elsewhere = record({ book: origin, index: ref('an act there') });

export function objectSchema(fields: Fields): JsonSchema {
  const required = Object.keys(fields).filter((key) => fields[key]?.optional !== true);
  const properties = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value.schema]));
  return { type: 'object', additionalProperties: false, required, properties };
}
