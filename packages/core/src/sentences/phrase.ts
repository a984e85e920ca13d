import type { RefusalCode } from '../refusal.ts';

/** What a sentence is filled with; both are empty where the refusal names nothing. */
export interface Filling {
  readonly needed: string;
  readonly present: string;
}

export type Phrase = (filling: Filling) => string;

/** The same sentence in both languages, Spanish first. */
export type Phrases = { readonly [C in RefusalCode]: readonly [es: Phrase, en: Phrase] };

/** ` (label: value)` where there is a value, nothing where there is none. */
export const noted = (label: string, value: string): string => (value === '' ? '' : ` (${label}${value})`);
