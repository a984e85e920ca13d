/** A tracker is the SHA-256 of a ballot: 43 characters, or its first 88 bits in eight words to be written down and typed. */
import { addressOf } from './place.ts';
import type { Language } from './tongue.ts';

const WORDS = 8;
const CHARACTERS = /^[A-Za-z0-9+/]{43}$/;

const bytesOf = (tracker: string): Uint8Array => Uint8Array.from(atob(`${tracker}=`), (one) => one.charCodeAt(0));

export type WordList = readonly string[];

/** A list of 2,048 words weighs more than a page: it comes when words are shown or were typed. */
const lists: Readonly<Record<Language, () => Promise<WordList>>> = {
  es: () => import('@scure/bip39/wordlists/spanish.js').then(({ wordlist }) => wordlist),
  en: () => import('@scure/bip39/wordlists/english.js').then(({ wordlist }) => wordlist),
};

export const wordList = (language: Language): Promise<WordList> => lists[language]();

const BITS = 11;

/** Eleven bits a word. */
export function wordsFor(bytes: Uint8Array, count: number, list: WordList): readonly string[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: count }, (_, at) =>
    (list[Number.parseInt(bits.slice(at * BITS, (at + 1) * BITS), 2)] ?? '').normalize('NFC'),
  );
}

export const trackerWords = (tracker: string, list: WordList): readonly string[] =>
  wordsFor(bytesOf(tracker), WORDS, list);

export const trackerAddress = (election: string, tracker: string): string => addressOf('c', election, tracker);

/** What somebody scanned, pasted or typed: a whole tracker, or words of one. */
export type Sought =
  | { readonly kind: 'tracker'; readonly tracker: string }
  | { readonly kind: 'words'; readonly beginnings: readonly string[] };

/** Both lists of words tell their words apart by the first four letters. */
const LETTERS = 4;

export const beginningOf = (word: string): string =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().slice(0, LETTERS);

/** Null where it can be none of them. */
export function readSought(said: string): Sought | null {
  const text = said.trim();
  const tracker = text.slice(text.indexOf('#') + 1).replace(/=$/, '');
  if (CHARACTERS.test(tracker)) return { kind: 'tracker', tracker };
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length === WORDS ? { kind: 'words', beginnings: words.map(beginningOf) } : null;
}

/** Its place on the board from 1; 0 where it is not there. */
export async function placeOnBoard(board: readonly string[], sought: Sought): Promise<number> {
  if (sought.kind === 'tracker') return board.indexOf(sought.tracker) + 1;
  const both = await Promise.all([wordList('es'), wordList('en')]);
  const isSame = (words: readonly string[]): boolean =>
    words.every((word, at) => beginningOf(word) === sought.beginnings[at]);
  const isSought = (tracker: string): boolean =>
    CHARACTERS.test(tracker) && both.some((list) => isSame(trackerWords(tracker, list)));
  return board.findIndex(isSought) + 1;
}

export const boardOf = (lines: string): readonly string[] => lines.split('\n').filter((line) => line !== '');
