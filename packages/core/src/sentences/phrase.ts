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

/** A number with what is counted: one of it, or as many as there are. */
export const many = (count: string, one: string, other: string): string => `${count} ${count === '1' ? one : other}`;

/** In Spanish the verb follows the number. */
export const lacking = (count: string): string => (count === '1' ? 'hace falta' : 'hacen falta');
