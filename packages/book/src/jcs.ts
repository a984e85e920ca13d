/** RFC 8785, the JSON Canonicalization Scheme (JCS). */
import { utf8Decode, utf8Encode } from './encoding.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Arrays and objects may lie this deep inside each other, so that hostile text cannot exhaust the stack. */
export const MAX_DEPTH = 64;

/**
 * The canonical text of a JSON value. Throws TypeError for what JSON or RFC 8785 cannot say: NaN, an infinity, a lone
 * surrogate, undefined, a function, a bigint, and nesting deeper than MAX_DEPTH. Members that are undefined throw too:
 * whoever leaves a member out should do so on purpose.
 */
export function canonicalize(value: unknown): string {
  return canonical(value, 0);
}

function canonical(value: unknown, depth: number): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
    return String(value === 0 ? 0 : value); // RFC 8785, 3.2.2.3: ECMAScript's Number::toString, and -0 is 0
  }
  if (value === null) return 'null';
  if (value === true) return 'true';
  if (value === false) return 'false';
  if (typeof value !== 'object') throw new TypeError(`not a JSON value: ${typeof value}`);
  if (depth >= MAX_DEPTH) throw new TypeError(`nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) {
    let text = '[';
    for (let i = 0; i < value.length; i++) text += (i === 0 ? '' : ',') + canonical(value[i], depth + 1);
    return `${text}]`;
  }
  return canonicalObject(value as Record<string, unknown>, depth);
}

function canonicalObject(value: Record<string, unknown>, depth: number): string {
  // Array.prototype.sort compares UTF-16 code units, which is the order of RFC 8785, 3.2.3.
  const names = Object.keys(value).sort();
  let text = '{';
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    text += `${i === 0 ? '' : ','}${canonicalString(name)}:${canonical(value[name], depth + 1)}`;
  }
  return `${text}}`;
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('lone surrogate in a string');
  return JSON.stringify(text); // escapes exactly what RFC 8785, 3.2.2.2 asks for, once lone surrogates are out
}

export type ParsedJson = { ok: true; value: Json } | { ok: false; reason: 'not-utf8' | 'not-json' | 'not-canonical' };

/**
 * Reads canonical JSON and refuses all else, by writing what was read again and comparing bytes: duplicate names, white
 * space, other escapes, other spellings of numbers and another order of names all differ.
 */
export function parseCanonical(bytes: Uint8Array): ParsedJson {
  const text = utf8Decode(bytes);
  if (text === undefined) return { ok: false, reason: 'not-utf8' };
  try {
    const value = JSON.parse(text) as Json;
    return text === canonicalize(value) ? { ok: true, value } : { ok: false, reason: 'not-canonical' };
  } catch (error) {
    // SyntaxError is JSON.parse's; TypeError is canonicalize's, which knows text that JSON.parse lets through.
    return { ok: false, reason: error instanceof SyntaxError ? 'not-json' : 'not-canonical' };
  }
}

/** Canonical bytes of a value; see `canonicalize`. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8Encode(canonicalize(value));
}
