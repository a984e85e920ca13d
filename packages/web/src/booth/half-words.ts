/** A half of a slip in eight words: its number, and five bits against a word that was misread. */
import { credentialOf, numberInCredential } from '@cabildo/ballot';
import type { HalfSlip } from './half-slip.ts';
import { beginningOf, type WordList, wordList, wordsFor } from './tracker.ts';

const WORDS = 8;
const BITS = 11n;
const BYTES = 11;

/** Beside a number of at most 83 bits; of what it is, five bits are enough. */
const ROOM = 32n;
const CHECK = 31n;

export function halfWords(text: string, list: WordList): readonly string[] {
  const number = numberInCredential(text);
  if (number === undefined) throw new RangeError('no half of a slip');
  let rest = number * ROOM + (number % CHECK);
  const bytes = new Uint8Array(BYTES);
  for (let at = BYTES - 1; at >= 0; at--, rest >>= 8n) bytes[at] = Number(rest & 255n);
  return wordsFor(bytes, WORDS, list);
}

/** Words as somebody typed them, in either language; null where they are of no half. */
export async function readHalfWords(said: string): Promise<HalfSlip | null> {
  const typed = said.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (typed.length !== WORDS) return null;
  for (const language of ['es', 'en'] as const) {
    const text = textOf(typed.map(beginningOf), await wordList(language));
    if (text !== null) return { text, teller: null, number: null };
  }
  return null;
}

function textOf(beginnings: readonly string[], list: WordList): string | null {
  const places = new Map(list.map((word, at) => [beginningOf(word), at]));
  let value = 0n;
  for (const beginning of beginnings) {
    const place = places.get(beginning);
    if (place === undefined) return null;
    value = (value << BITS) | BigInt(place);
  }
  const number = value / ROOM;
  return number % CHECK === value % ROOM ? (credentialOf(number) ?? null) : null;
}
