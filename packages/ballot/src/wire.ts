/**
 * Reading JSON strictly: a structure is what its shape says, field for field and in its order, or it is refused with the place.
 * `isCanonical` then compares with what we would have written, which finds duplicate and unknown fields, spaces and every
 * second way of writing the same.
 */

/** Leaves by an exception because it can arise at any depth; `readJson` turns it into data. */
class Malformed extends Error {
  readonly path: string;

  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

export type Shape<T> = (value: unknown, path: string) => T;

/** A shape whose field may be missing. */
export type Maybe<T> = Shape<T> & { readonly maybe: true };

/** Half of a character that UTF-16 writes in two is no text (RFC 8259, section 8.2): other readers refuse the whole file. */
const halfCharacter = /\p{Surrogate}/u;

export const text: Shape<string> = (value, path) =>
  typeof value === 'string' && !halfCharacter.test(value) ? value : fail(path);

export const integer: Shape<number> = (value, path) => (Number.isSafeInteger(value) ? (value as number) : fail(path));

export const truth: Shape<boolean> = (value, path) => (typeof value === 'boolean' ? value : fail(path));

export function matching(pattern: RegExp): Shape<string> {
  return (value, path) => (typeof value === 'string' && pattern.test(value) ? value : fail(path));
}

/** Numbers of any length, as decimal text without leading zeroes. */
export const decimal: Shape<string> = matching(/^(?:0|[1-9][0-9]*)$/);

const LARGEST_PLAIN = 2n ** 30n - 1n;

/** A number of votes or a weight: plain JSON up to 2^30 - 1, as text above. */
export const quantity: Shape<bigint> = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return BigInt(value);
  return typeof value === 'string' && /^(?:0|[1-9][0-9]{0,619})$/.test(value) ? BigInt(value) : fail(path);
};

/** As the shape `quantity` reads it. */
function writeQuantity(value: bigint): number | string {
  return value <= LARGEST_PLAIN ? Number(value) : value.toString();
}

export function literal<const T extends string | number>(...allowed: readonly T[]): Shape<T> {
  return (value, path) => allowed.find((one) => one === value) ?? fail(path);
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, path) => (Array.isArray(value) ? value.map((item, at) => shape(item, `${path}[${at}]`)) : fail(path));
}

export function maybe<T>(shape: Shape<T>): Maybe<T> {
  return Object.assign((value: unknown, path: string) => shape(value, path), { maybe: true as const });
}

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type OptionalNames<S extends Shapes> = { [K in keyof S]: S[K] extends Maybe<unknown> ? K : never }[keyof S];
type Read<S> = S extends Shape<infer T> ? T : never;
type Structure<S extends Shapes> = { readonly [K in Exclude<keyof S, OptionalNames<S>>]: Read<S[K]> } & {
  readonly [K in OptionalNames<S>]?: Read<S[K]>;
};

/** The value has its fields in the order of the shape, in which they are written. */
export function record<const S extends Shapes>(fields: S): Shape<Structure<S>> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(path);
    const given = value as Readonly<Record<string, unknown>>;
    const result: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(fields)) {
      const here = path === '' ? name : `${path}.${name}`;
      if (Object.hasOwn(given, name)) result[name] = shape(given[name], here);
      else if (!('maybe' in shape)) return fail(here);
    }
    return result as Structure<S>;
  };
}

function fail(path: string): never {
  throw new Malformed(path);
}

export type ReadJson<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly path: string };

/** What the text holds, or where it is not what it should be; the place is empty where it is no JSON at all. */
export function readJson<T>(json: string, shape: Shape<T>): ReadJson<T> {
  try {
    return { ok: true, value: shape(JSON.parse(json), '') };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, path: error.path };
    if (error instanceof SyntaxError) return { ok: false, path: '' };
    throw error;
  }
}

/** JSON in the one form that hashes are taken of. Belenios escapes DEL, which JavaScript does not. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? writeQuantity(item) : item)).replaceAll(
    '\u007f',
    '\\u007f',
  );
}
