import { createHmac, type KeyObject } from 'node:crypto';
import {
  crockfordDecode,
  crockfordEncode,
  SECRET_BYTES,
  secretFrom,
  secretToWords,
  wordsToSecret,
} from '@cabildo/book';
import type { CardHolder } from '@cabildo/core';
import { familyOf } from './book-names.ts';
import type { CardSecret } from './node.ts';

export interface CardMaker {
  /** The code of a slip, which its number goes before: ten characters, short enough to be typed by whoever holds no phone that reads them. */
  makeSlip(origin: string, number: number): { readonly card: Uint8Array; readonly code: string };
  make(origin: string): { readonly card: Uint8Array; readonly secret: CardSecret };
  /** What is stored of a card that somebody types (seven words) or scans (its code), or of a slip; null if it cannot be one. */
  hmacOf(origin: string, text: string): Uint8Array | null;
}

export function createCards(key: KeyObject, random: (bytes: number) => Uint8Array): CardMaker {
  const hmac = (origin: string, secret: Uint8Array): Uint8Array => mac(key, `card\n${familyOf(origin)}\n`, secret);
  const slipHmac = (origin: string, number: number, secret: Uint8Array): Uint8Array =>
    mac(key, `slip\n${familyOf(origin)}\n${number}\n`, secret);
  return {
    makeSlip(origin, number) {
      const secret = random(SLIP_BYTES);
      return { card: slipHmac(origin, number, secret), code: slipCode(number, secret) };
    },
    make(origin) {
      const secret = secretFrom(random(SECRET_BYTES));
      const words = { es: secretToWords(secret, 'es').join(' '), en: secretToWords(secret, 'en').join(' ') };
      return { card: hmac(origin, secret), secret: { words, code: crockfordEncode(secret) } };
    },
    hmacOf(origin, text) {
      const slip = parseSlip(text);
      if (slip !== null) return slipHmac(origin, slip.number, slip.secret);
      const scanned = crockfordDecode(text.trim());
      if (scanned?.length === SECRET_BYTES) return hmac(origin, scanned);
      const typed = wordsToSecret(text);
      return typed.ok ? hmac(origin, typed.secret) : null;
    },
  };
}

/** 48 bits: with the guesses of one number going one after the other nobody finds it in an evening. */
const SLIP_BYTES = 6;

/** `12-KXQM7-P3RT0`. */
const slipCode = (number: number, secret: Uint8Array): string => {
  const letters = crockfordEncode(secret);
  return `${number}-${letters.slice(0, 5)}-${letters.slice(5)}`;
};

const slipForm = /^\s*([1-9]\d{0,4})\s*[-\s]\s*([0-9A-Za-z]{5})[-\s]*([0-9A-Za-z]{5})\s*$/;

/** What somebody has typed or scanned of a slip: its number and its code; null if it is something else. */
export function parseSlip(text: string): { readonly number: number; readonly secret: Uint8Array } | null {
  const [, number = '', first = '', last = ''] = slipForm.exec(text) ?? [];
  const secret = crockfordDecode(first + last);
  return secret?.length === SLIP_BYTES ? { number: Number(number), secret } : null;
}

/** HMAC-SHA-256: the secrets have 77 bits and more, so a slow hash would only hold up the queue at the door. */
export const mac = (key: KeyObject, context: string, secret: Uint8Array | string): Uint8Array =>
  createHmac('sha256', key).update(context).update(secret).digest();

/** By what a new card voids the older ones and ends sessions; and who it is. */
export const holderName = (holder: CardHolder): { readonly holder: string; readonly person: string } =>
  holder.kind === 'member'
    ? { holder: holder.member, person: holder.member }
    : { holder: `${holder.below}#${holder.seat}`, person: holder.holder };

/** A member's identifier in one body: 80 random bits. */
export const memberName = (random: (bytes: number) => Uint8Array): string =>
  `m-${crockfordEncode(random(10)).toLowerCase()}`;
