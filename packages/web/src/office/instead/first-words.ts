import type { Language } from '../../shell/formats.ts';
import type { FirstWords } from '../../shell/words-at-first.ts';

type Said = Pick<FirstWords, 'shell'>;

const loads: Readonly<Record<Language, () => Promise<Said>>> = {
  es: () => import('./first-es.ts'),
  en: () => import('./first-en.ts'),
};

const known = new Map<Language, Said>();

export async function loadFirstWords(language: Language): Promise<void> {
  if (!known.has(language)) known.set(language, await loads[language]());
}

/** Of a language that is loaded. The member's own page is not of the office. */
export function firstWords(language: Language): Said {
  const words = known.get(language);
  if (words === undefined) throw new Error(`no words of ${language} are loaded`);
  return words;
}
