import { compare, type Ratio, ratio } from '../exact/ratio.ts';
import { BadInput } from '../problem.ts';
import { isOnOneLine, type Text } from '../text.ts';
import type { Json } from './json.ts';

/** A larger amount is a slip of the keyboard: no committee shares out more than a million million of anything. */
const LARGEST = 1_000_000_000_000n;
const MAX_DECIMALS = 9;

export type Fields = ReadonlyMap<string, Json>;

export const bad = ({ path, line, column }: Json, text: Text, code = 'bad-input'): BadInput =>
  new BadInput(code, { path, line, column }, text);

/** The members of an object; a name that nobody knows is an error, as it is often a known one mistyped. */
export function fieldsOf(node: Json, known: readonly string[]): Fields {
  const members = membersOf(node);
  for (const [name, value] of members) {
    if (!known.includes(name)) {
      const names = known.join(', ');
      throw bad(value, { es: `campo desconocido; los hay: ${names}`, en: `unknown field; there are: ${names}` });
    }
  }
  return members;
}

export function membersOf(node: Json): Fields {
  if (node.kind !== 'object') throw bad(node, { es: 'aquí va un objeto {…}', en: 'an object {…} belongs here' });
  return node.members;
}

export function itemsOf(node: Json): readonly Json[] {
  if (node.kind !== 'array') throw bad(node, { es: 'aquí va una lista […]', en: 'a list […] belongs here' });
  return node.items;
}

export function required(node: Json, name: string): Json {
  const value = membersOf(node).get(name);
  if (value === undefined) throw bad(node, { es: `falta «${name}»`, en: `“${name}” is missing` });
  return value;
}

export function textOf(node: Json): string {
  if (node.kind !== 'string' || node.text.trim() === '') {
    throw bad(node, { es: 'aquí va un texto', en: 'a text belongs here' });
  }
  nameOnOneLine(node, node.text);
  return node.text;
}

export function nameOnOneLine(node: Json, name: string): void {
  if (isOnOneLine(name)) return;
  throw bad(node, {
    es: 'aquí va un texto en una sola línea, sin signos que no se ven',
    en: 'a text on one line belongs here, without signs that nobody sees',
  });
}

export function flagOf(node: Json): boolean {
  if (node.kind !== 'boolean') throw bad(node, { es: 'aquí va true o false', en: 'true or false belongs here' });
  return node.value;
}

export function oneOf<T extends string>(node: Json, choices: readonly T[]): T {
  const found = choices.find((choice) => node.kind === 'string' && choice === node.text);
  if (found !== undefined) return found;
  const names = choices.join(', ');
  throw bad(node, { es: `puede ser: ${names}`, en: `may be: ${names}` });
}

/** An amount, exactly as it was written: not negative, of a size and a precision that somebody can mean. */
export function amountOf(node: Json): Ratio {
  if (node.kind !== 'number') throw bad(node, { es: 'aquí va un número', en: 'a number belongs here' });
  const outcome = exactAmount(node.text);
  if ('text' in outcome) throw bad(node, outcome.text);
  return outcome.value;
}

export function positiveOf(node: Json): Ratio {
  const value = amountOf(node);
  if (value.n === 0n) throw bad(node, { es: 'tiene que ser más que cero', en: 'has to be more than zero' });
  return value;
}

export function wholeOf(node: Json): number {
  const value = amountOf(node);
  if (value.d !== 1n) throw bad(node, { es: 'tiene que ser un número entero', en: 'has to be a whole number' });
  return Number(value.n);
}

/** A whole number above zero. */
export function countOf(node: Json): number {
  positiveOf(node);
  return wholeOf(node);
}

/** Reads a decimal number without ever going through a rounded one. */
export function exactAmount(text: string): { readonly value: Ratio } | { readonly text: Text } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,4}))?$/.exec(text);
  if (match === null) return { text: { es: `«${text}» no es un número`, en: `“${text}” is no number` } };
  const [, sign, units = '', part = '', power = '0'] = match;
  const digits = `${units}${part}`.replace(/^0+/, '');
  if (digits === '') return { value: { n: 0n, d: 1n } };
  if (sign === '-') return { text: { es: `${text} es negativo`, en: `${text} is negative` } };
  const shift = Number(power) - part.length;
  // Looked at before it is written out: 1e9999 would be a number of ten thousand digits.
  if (digits.length + shift > String(LARGEST).length) return { text: tooLarge(text) };
  if (-shift > MAX_DECIMALS + 40) return { text: tooFine(text) };
  const value =
    shift >= 0 ? ratio(BigInt(digits) * 10n ** BigInt(shift)) : ratio(BigInt(digits), 10n ** BigInt(-shift));
  if (compare(value, ratio(LARGEST)) > 0) return { text: tooLarge(text) };
  return 10n ** BigInt(MAX_DECIMALS) % value.d === 0n ? { value } : { text: tooFine(text) };
}

const tooLarge = (text: string): Text => ({
  es: `${text} es demasiado grande; a lo más ${LARGEST}`,
  en: `${text} is too large; at most ${LARGEST}`,
});

const tooFine = (text: string): Text => ({
  es: `${text} tiene demasiados decimales; a lo más ${MAX_DECIMALS}`,
  en: `${text} has too many decimals; at most ${MAX_DECIMALS}`,
});
