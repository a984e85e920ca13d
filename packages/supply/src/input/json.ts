import { BadInput } from '../problem.ts';
import type { Text } from '../text.ts';

/**
 * JSON that remembers where each value stood and how each number was written: an error can be pointed at, a decimal is
 * exact, and a name that stands twice is noticed instead of the first being lost.
 */
export type Json = { readonly path: string; readonly line: number; readonly column: number } & (
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Json> }
  | { readonly kind: 'array'; readonly items: readonly Json[] }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
);

/** Deeper than any document of ours, and far from where the stack ends. */
const MAX_DEPTH = 200;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;
const WORD = /true|false|null/y;

type Reader = {
  readonly source: string;
  at: number;
  /** How far lines were counted, so that a long document is counted through once. */
  counted: number;
  line: number;
  lineStart: number;
};

export function parseJson(source: string): Json {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const reader: Reader = { source: text, at: 0, counted: 0, line: 1, lineStart: 0 };
  const value = readValue(reader, '', 0);
  take(reader, SPACE);
  if (reader.at < reader.source.length) throw unexpected(reader, '');
  return value;
}

function readValue(reader: Reader, path: string, depth: number): Json {
  take(reader, SPACE);
  if (depth > MAX_DEPTH) throw wrong(reader, '', { es: 'demasiadas capas', en: 'nested too deeply' });
  const here = placeOf(reader, path);
  const sign = reader.source[reader.at];
  if (sign === '{') return { ...here, kind: 'object', members: readMembers(reader, path, depth) };
  if (sign === '[') return { ...here, kind: 'array', items: readItems(reader, path, depth) };
  const string = take(reader, STRING);
  if (string !== null) return { ...here, kind: 'string', text: JSON.parse(string) };
  const number = take(reader, NUMBER);
  if (number !== null) return { ...here, kind: 'number', text: number };
  const word = take(reader, WORD);
  if (word === null) throw unexpected(reader, path);
  return word === 'null' ? { ...here, kind: 'null' } : { ...here, kind: 'boolean', value: word === 'true' };
}

function readMembers(reader: Reader, path: string, depth: number): Map<string, Json> {
  const members = new Map<string, Json>();
  readList(reader, path, '}', () => {
    take(reader, SPACE);
    const { line, column } = placeOf(reader, path);
    const key = take(reader, STRING);
    if (key === null) throw unexpected(reader, path);
    const name: string = JSON.parse(key);
    const inside = path === '' ? name : `${path}.${name}`;
    if (members.has(name)) {
      throw new BadInput('json', { path: inside, line, column }, { es: 'está dos veces', en: 'stands twice' });
    }
    take(reader, SPACE);
    if (reader.source[reader.at] !== ':') throw unexpected(reader, inside);
    reader.at += 1;
    members.set(name, readValue(reader, inside, depth + 1));
  });
  return members;
}

function readItems(reader: Reader, path: string, depth: number): Json[] {
  const items: Json[] = [];
  readList(reader, path, ']', () => {
    items.push(readValue(reader, `${path}[${items.length}]`, depth + 1));
  });
  return items;
}

function readList(reader: Reader, path: string, end: string, readOne: () => void): void {
  reader.at += 1;
  take(reader, SPACE);
  if (reader.source[reader.at] === end) {
    reader.at += 1;
    return;
  }
  for (;;) {
    readOne();
    take(reader, SPACE);
    const sign = reader.source[reader.at];
    if (sign !== ',' && sign !== end) throw unexpected(reader, path);
    reader.at += 1;
    if (sign === end) return;
  }
}

function take(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.source);
  if (found === null) return null;
  reader.at = pattern.lastIndex;
  return found[0];
}

function unexpected(reader: Reader, path: string): BadInput {
  const [found] = /^(?:\w+|[^\w\s]|$)/u.exec(reader.source.slice(reader.at, reader.at + 20)) ?? [''];
  if (found === '')
    return wrong(reader, path, { es: 'el documento se corta aquí', en: 'the document breaks off here' });
  return wrong(reader, path, { es: `«${found}» no va aquí en JSON`, en: `“${found}” does not belong here in JSON` });
}

function wrong(reader: Reader, path: string, text: Text): BadInput {
  return new BadInput('json', placeOf(reader, path), text);
}

function placeOf(reader: Reader, path: string): { path: string; line: number; column: number } {
  for (let end = reader.source.indexOf('\n', reader.counted); end >= 0 && end < reader.at; ) {
    reader.line += 1;
    reader.lineStart = end + 1;
    reader.counted = end + 1;
    end = reader.source.indexOf('\n', reader.counted);
  }
  return { path, line: reader.line, column: reader.at - reader.lineStart + 1 };
}
