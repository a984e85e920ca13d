/**
 * Numbers as words, to be printed, read aloud and typed: eleven bits a word, from the BIP-39 lists of 2,048 words (the
 * lists only; none of BIP-39's phrases or checksums). In both lists the first four letters tell the words apart.
 */
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import type { Hash } from './merkle.ts';

export type WordLanguage = 'es' | 'en';

const LISTS: Readonly<Record<WordLanguage, readonly string[]>> = { es: spanish, en: english };
const BITS = 11;
const HEAD_WORDS = 4;
const KEY_WORDS = 8;

/** A member card's secret: 77 bits in 10 bytes, of which the last three bits are zero. */
export const SECRET_BYTES = 10;
const SECRET_WORDS = 7;

/** The first 44 bits of a root hash as four words: what minutes print beside origin and size of the head. */
export function headWords(root: Hash, language: WordLanguage): string[] {
  return wordsOf(root, HEAD_WORDS, language);
}

/** Of a hash that somebody could look for another one to: 88 bits. */
export function keyWords(hash: Hash, language: WordLanguage): string[] {
  return wordsOf(hash, KEY_WORDS, language);
}

/** A secret from 10 random bytes: their last three bits are cleared. */
export function secretFrom(random: Uint8Array): Uint8Array {
  if (random.length !== SECRET_BYTES) throw new RangeError(`a secret is made of ${SECRET_BYTES} bytes`);
  const secret = random.slice();
  secret[SECRET_BYTES - 1] = (secret[SECRET_BYTES - 1] as number) & 0b1111_1000;
  return secret;
}

/** The seven words of a secret. Throws RangeError for what `secretFrom` could not have made. */
export function secretToWords(secret: Uint8Array, language: WordLanguage): string[] {
  if (secret.length !== SECRET_BYTES || ((secret[SECRET_BYTES - 1] as number) & 7) !== 0) {
    throw new RangeError('not a 77-bit secret');
  }
  return wordsOf(secret, SECRET_WORDS, language);
}

export type SecretFromWords =
  | { ok: true; secret: Uint8Array; language: WordLanguage }
  | { ok: false; reason: 'count' | 'ambiguous' }
  /** `word` is the first that is in neither list, as it was typed. */
  | { ok: false; reason: 'unknown-word'; word: string };

/**
 * Reads seven words in either language as people type them: any case, with or without accents, parted by anything that
 * is no letter, shortened as far as they stay unique.
 */
export function wordsToSecret(text: string): SecretFromWords {
  const typed = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (typed.length !== SECRET_WORDS) return { ok: false, reason: 'count' };
  const readings = (['es', 'en'] as const).map((language) => readingIn(typed, language));
  const whole = readings.filter((reading) => reading.values !== undefined);
  const best = whole.filter((reading) => reading.exact === Math.max(...whole.map(({ exact }) => exact)));
  if (best.length > 1) return { ok: false, reason: 'ambiguous' };
  const [reading] = best;
  if (reading?.values !== undefined) return { ok: true, secret: packed(reading.values), language: reading.language };
  const furthest = Math.max(...readings.map(({ read }) => read));
  return { ok: false, reason: 'unknown-word', word: typed[furthest] as string };
}

interface Reading {
  readonly language: WordLanguage;
  /** Undefined if a word is not in the list. */
  readonly values: number[] | undefined;
  /** How many words are in the list, counted from the first. */
  readonly read: number;
  /** How many are written in full. */
  readonly exact: number;
}

function readingIn(typed: readonly string[], language: WordLanguage): Reading {
  const plain = plainList(language);
  const values: number[] = [];
  let exact = 0;
  for (const word of typed) {
    const wanted = withoutAccents(word);
    const whole = plain.indexOf(wanted);
    const value = whole >= 0 ? whole : uniquePrefix(plain, wanted);
    if (value < 0) return { language, values: undefined, read: values.length, exact };
    if (whole >= 0) exact++;
    values.push(value);
  }
  return { language, values, read: values.length, exact };
}

const plainLists = new Map<WordLanguage, readonly string[]>();

function plainList(language: WordLanguage): readonly string[] {
  const list = plainLists.get(language) ?? LISTS[language].map(withoutAccents);
  plainLists.set(language, list);
  return list;
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function uniquePrefix(list: readonly string[], prefix: string): number {
  const first = list.findIndex((word) => word.startsWith(prefix));
  // The lists are sorted (without their accents), but a second look at 2,048 words costs nothing.
  return first >= 0 && list.findLastIndex((word) => word.startsWith(prefix)) === first ? first : -1;
}

function wordsOf(bytes: Uint8Array, count: number, language: WordLanguage): string[] {
  return Array.from({ length: count }, (_, i) => (LISTS[language][bitsAt(bytes, i * BITS)] as string).normalize('NFC'));
}

function bitsAt(bytes: Uint8Array, position: number): number {
  let value = 0;
  for (let bit = position; bit < position + BITS; bit++) {
    value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
}

function packed(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(SECRET_BYTES);
  for (const [i, value] of values.entries()) {
    for (let bit = 0; bit < BITS; bit++) {
      const at = i * BITS + bit;
      if ((value >> (BITS - 1 - bit)) & 1) bytes[at >> 3] = (bytes[at >> 3] as number) | (128 >> (at & 7));
    }
  }
  return bytes;
}
