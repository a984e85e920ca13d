import { en } from './words/en.ts';
import { es, type Words } from './words/es.ts';

export type Language = 'es' | 'en';

const KEPT = 'cabildo/language';

const wordsIn = (language: Language): Words => (language === 'es' ? es : en);

export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'es' || kept === 'en') return kept;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'es' || tag === 'en');
  return known === 'en' ? 'en' : 'es';
}

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT, language);

export interface Formats {
  readonly words: Words;
  readonly language: Language;
  number(value: number): string;
  time(time: string): string;
}

export function formatsFor(language: Language): Formats {
  const locale = language === 'es' ? 'es-BO' : 'en-GB';
  const number = new Intl.NumberFormat(language === 'es' ? 'es' : 'en-GB');
  const time = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  return {
    words: wordsIn(language),
    language,
    number: (value) => number.format(value),
    time: (value) => time.format(new Date(value)),
  };
}
