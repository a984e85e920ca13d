import type { FirstWords } from './words-at-first.ts';

const loads = {
  es: () => import('./first-es.ts'),
  en: () => import('./first-en.ts'),
} as const;

const known = new Map<keyof typeof loads, FirstWords>();

export async function loadFirstWords(language: keyof typeof loads): Promise<void> {
  if (!known.has(language)) known.set(language, (await loads[language]()).firstWords);
}

/** Of a language that is loaded. */
export function firstWords(language: keyof typeof loads): FirstWords {
  const words = known.get(language);
  if (words === undefined) throw new Error(`no words of ${language} are loaded`);
  return words;
}
