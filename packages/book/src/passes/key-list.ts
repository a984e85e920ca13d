/**
 * A body's key list: what a phone at a road block has to hold to judge passes without a network (docs/passes.md). It is made of
 * the body's book and says up to which act.
 */
import { base64Decode } from '../encoding.ts';
import { isOrigin } from '../names.ts';
import { parseTime } from '../time.ts';
import { type Cargo, isCargo } from './cargo.ts';

const KEY_LIST_FORMAT = 'cabildo-passes/1';

/** Bytes of a list: more is no list of ours. */
export const MAX_KEY_LIST = 2_000_000;

export interface PassKey {
  readonly name: string;
  /** 32 bytes, base64. */
  readonly key: string;
  readonly from: string;
  readonly until: string;
  readonly cargoes: readonly Cargo[];
  /** The acts that closed the roads for which it may write passes. */
  readonly closures: readonly number[];
  /** From then on nothing that it signed counts, whenever it was signed. */
  readonly withdrawn?: string;
}

export interface KeyList {
  readonly format: typeof KEY_LIST_FORMAT;
  readonly origin: string;
  /** The body, as people call it. */
  readonly body: string;
  /** The book as it stood: acts, and the time of the last one. */
  readonly head: { readonly size: number; readonly at: string };
  /** Hours after which the body wants a list to be fetched anew. */
  readonly freshHours?: number;
  readonly keys: readonly PassKey[];
  /** What was closed, by its act's number, in words. */
  readonly closures: readonly { readonly number: number; readonly name: string }[];
  readonly revoked: readonly { readonly pass: string; readonly at: string }[];
  /** Books of bodies above whose measure this body has joined: a block of its people judges by their lists too, each for its own closures. */
  readonly joined?: readonly string[];
}

export type ReadKeyList =
  | { readonly ok: true; readonly list: KeyList }
  /** `path` names the place, such as `keys[2].until`; `needed` what belongs there. */
  | { readonly ok: false; readonly path: string; readonly needed: Needed };

type Needed = Readonly<Record<'es' | 'en', string>>;
interface Misfit {
  readonly path: string;
  readonly needed: Needed;
}
/** What would be right: for the value itself, or for what lies in it. */
type Check = (value: unknown) => Needed | Misfit | null;

const time: Check = (value) =>
  typeof value === 'string' && parseTime(value) !== undefined
    ? null
    : { es: 'una hora como 2026-11-22T06:00:00Z', en: 'a time such as 2026-11-22T06:00:00Z' };
const whole: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? null
    : { es: 'un número entero desde 0', en: 'a whole number from 0' };
const words: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 300
    ? null
    : { es: 'un texto de 300 caracteres o menos', en: 'a text of at most 300 characters' };
const named = (length: number): Check => {
  const form = new RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`);
  return (value) =>
    typeof value === 'string' && form.test(value)
      ? null
      : { es: `${length} caracteres de la base 32 de Crockford`, en: `${length} characters of Crockford’s base 32` };
};
const book: Check = (value) =>
  typeof value === 'string' && isOrigin(value)
    ? null
    : {
        es: 'el nombre de un libro, como el-alto.example/senkata',
        en: 'a book’s name, such as el-alto.example/senkata',
      };
const key: Check = (value) =>
  typeof value === 'string' && base64Decode(value, 32) !== undefined
    ? null
    : { es: 'una llave Ed25519: 32 bytes en base64', en: 'an Ed25519 key: 32 bytes in base64' };

const listOf =
  (item: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return { es: 'una lista', en: 'a list' };
    for (const [at, one] of value.entries()) {
      const wrong = item(one);
      if (wrong !== null) return within(`[${at}]`, wrong);
    }
    return null;
  };

const recordOf =
  (fields: Readonly<Record<string, Check>>, optional: readonly string[] = []): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { es: 'un objeto', en: 'an object' };
    const given = value as Readonly<Record<string, unknown>>;
    for (const [name, check] of Object.entries(fields)) {
      if (given[name] === undefined && optional.includes(name)) continue;
      const wrong = check(given[name]);
      if (wrong !== null) return within(`.${name}`, wrong);
    }
    return null;
  };

const within = (step: string, wrong: Needed | Misfit): Misfit =>
  'needed' in wrong ? { path: `${step}${wrong.path}`, needed: wrong.needed } : { path: step, needed: wrong };

const keyList = recordOf(
  {
    format: (value) => (value === KEY_LIST_FORMAT ? null : { es: `«${KEY_LIST_FORMAT}»`, en: `“${KEY_LIST_FORMAT}”` }),
    origin: book,
    body: words,
    head: recordOf({ size: whole, at: time }),
    freshHours: whole,
    keys: listOf(
      recordOf(
        {
          name: named(4),
          key,
          from: time,
          until: time,
          cargoes: listOf((value) =>
            typeof value === 'string' && isCargo(value)
              ? null
              : { es: 'una clase de carga, como oxygen', en: 'a cargo class, such as oxygen' },
          ),
          closures: listOf(whole),
          withdrawn: time,
        },
        ['withdrawn'],
      ),
    ),
    closures: listOf(recordOf({ number: whole, name: words })),
    revoked: listOf(recordOf({ pass: named(8), at: time })),
    joined: listOf(book),
  },
  ['freshHours', 'joined'],
);

/** Reads a list from its file; unknown members are left for later versions. */
export function readKeyList(text: string): ReadKeyList {
  if (text.length > MAX_KEY_LIST)
    return {
      ok: false,
      path: '',
      needed: { es: `${MAX_KEY_LIST} bytes o menos`, en: `at most ${MAX_KEY_LIST} bytes` },
    };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      ok: false,
      path: '',
      needed: { es: 'JSON; quizá se copió a medias', en: 'JSON; perhaps it was copied only in part' },
    };
  }
  const wrong = keyList(value);
  if (wrong === null) return { ok: true, list: value as KeyList };
  const { path, needed } = within('', wrong);
  return { ok: false, path: path.replace(/^\./, ''), needed };
}
