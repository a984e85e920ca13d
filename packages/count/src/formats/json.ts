import { FormatProblem, quoted } from './problem.ts';

type Place = { readonly line: number; readonly column: number };

/** A JSON value with the place where it stands; numbers as they are written, so that no digit is lost. */
export type Json = Place &
  (
    | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Json> }
    | { readonly kind: 'list'; readonly items: readonly Json[] }
    | { readonly kind: 'text' | 'number' | 'word'; readonly text: string }
  );

const DEEPEST = 40;

/** Reads JSON more strictly than usual: a key that occurs twice is a mistake, for one of two values would be lost. */
export function parseJson(text: string): Json {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class JsonReader {
  private at = 0;
  private readonly text: string;
  private line = 1;
  private lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): Json {
    this.blanks();
    const place = this.place();
    const sign = this.text[this.at];
    if (depth > DEEPEST) throw this.wrong('Demasiados niveles.', 'Too many levels.');
    if (sign === '{') return { ...place, kind: 'object', fields: this.object(depth) };
    if (sign === '[') return { ...place, kind: 'list', items: this.list(depth) };
    if (sign === '"') return { ...place, kind: 'text', text: this.string() };
    const found = this.match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y);
    if (found !== '') return { ...place, kind: 'number', text: found };
    const word = this.match(/true|false|null/y);
    if (word !== '') return { ...place, kind: 'word', text: word };
    throw this.wrong(
      `Se esperaba un valor, hay ${quoted(this.text.slice(this.at, this.at + 20))}.`,
      `A value was expected, there is ${quoted(this.text.slice(this.at, this.at + 20))}.`,
    );
  }

  end(): void {
    this.blanks();
    if (this.at < this.text.length) throw this.wrong('Sobra texto al final.', 'There is text after the end.');
  }

  private object(depth: number): Map<string, Json> {
    const fields = new Map<string, Json>();
    this.each('}', () => {
      const place = this.place();
      if (this.text[this.at] !== '"') throw this.wrong('Falta un nombre entre comillas.', 'A quoted name is missing.');
      const key = this.string();
      if (fields.has(key)) {
        throw new FormatProblem(place, { es: `${quoted(key)} está dos veces.`, en: `${quoted(key)} is there twice.` });
      }
      this.blanks();
      this.expect(':');
      fields.set(key, this.value(depth + 1));
    });
    return fields;
  }

  private list(depth: number): Json[] {
    const items: Json[] = [];
    this.each(']', () => void items.push(this.value(depth + 1)));
    return items;
  }

  /** What stands between brackets, with commas between. */
  private each(close: string, read: () => void): void {
    this.at += 1;
    this.blanks();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.blanks();
      read();
      this.blanks();
      if (this.text[this.at] === close) break;
      this.expect(',');
    }
    this.at += 1;
  }

  private expect(sign: string): void {
    if (this.text[this.at] !== sign) throw this.wrong(`Falta «${sign}».`, `“${sign}” is missing.`);
    this.at += 1;
  }

  private string(): string {
    const place = this.place();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of these unescaped.
    const found = this.match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    if (found === '') throw new FormatProblem(place, { es: 'El texto no termina.', en: 'The text does not end.' });
    return JSON.parse(found) as string;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private blanks(): void {
    for (;;) {
      const sign = this.text[this.at];
      if (sign === '\n') {
        this.line += 1;
        this.lineStart = this.at + 1;
      } else if (sign !== ' ' && sign !== '\t' && sign !== '\r') return;
      this.at += 1;
    }
  }

  private place(): Place {
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }

  private wrong(es: string, en: string): FormatProblem {
    return new FormatProblem(this.place(), { es, en });
  }
}

export const fieldOf = (json: Json, name: string): Json | undefined =>
  json.kind === 'object' ? json.fields.get(name) : undefined;

/** The text of a text, a number or a word; undefined for what has parts. */
export const textIn = (json: Json | undefined): string | undefined =>
  json === undefined || json.kind === 'object' || json.kind === 'list' ? undefined : json.text;

export function itemsIn(json: Json): readonly Json[] {
  if (json.kind === 'list') return json.items;
  throw new FormatProblem(json, { es: 'Aquí va una lista.', en: 'A list is expected here.' });
}

/** A whole number from 0; anything else is a mistake at its place. */
export function wholeIn(json: Json, most = 1_000_000_000): number {
  const text = textIn(json) ?? '';
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  if (value <= most) return value;
  throw new FormatProblem(json, { es: 'Aquí va un número entero.', en: 'A whole number is expected here.' });
}
