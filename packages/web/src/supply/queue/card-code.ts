import { base64Encode, crockfordEncode, utf8Encode } from '@cabildo/book';
import { householdCardText, servedText } from '@cabildo/core';
import { sha256 } from '../../sha2.ts';

const HEAD = 'CABILDOF1';

/** 80 random bits. */
export const freshCode = (): string => crockfordEncode(crypto.getRandomValues(new Uint8Array(10)));

/** What is in the square code of a card. */
export const cardText = (code: string): string => `${HEAD} ${code}`;

/** In groups of four, to be read and typed. */
export const grouped = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code;

/** The code in what was read or typed: letters that look like figures are those figures. Null where it is none. */
export function codeIn(text: string): string | null {
  const typed = text
    .toUpperCase()
    .replace(HEAD, '')
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(typed) ? typed : null;
}

const hashed = (text: string): string => base64Encode(sha256(utf8Encode(text)));

export const commitmentOf = (book: string, code: string): string => hashed(householdCardText(book, code));

export const markOf = (book: string, queue: number, code: string): string => hashed(servedText(book, queue, code));
