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
  make(origin: string): { readonly card: Uint8Array; readonly secret: CardSecret };
  /** What is stored of a card that somebody types (seven words) or scans (its code); null if it cannot be one. */
  hmacOf(origin: string, text: string): Uint8Array | null;
}

export function createCards(key: KeyObject, random: (bytes: number) => Uint8Array): CardMaker {
  const hmac = (origin: string, secret: Uint8Array): Uint8Array => mac(key, `card\n${familyOf(origin)}\n`, secret);
  return {
    make(origin) {
      const secret = secretFrom(random(SECRET_BYTES));
      const words = { es: secretToWords(secret, 'es').join(' '), en: secretToWords(secret, 'en').join(' ') };
      return { card: hmac(origin, secret), secret: { words, code: crockfordEncode(secret) } };
    },
    hmacOf(origin, text) {
      const scanned = crockfordDecode(text.trim());
      if (scanned?.length === SECRET_BYTES) return hmac(origin, scanned);
      const typed = wordsToSecret(text);
      return typed.ok ? hmac(origin, typed.secret) : null;
    },
  };
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
