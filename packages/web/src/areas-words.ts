import type { WordsOf } from './form/words-later.ts';

const loads = { es: () => import('./areas-es.ts'), en: () => import('./areas-en.ts') } as const;

type Said = typeof import('./areas-es.ts');

/** The words of one area; those of the others come along. */
export const wordsOf = <A extends keyof Said>(area: A): WordsOf<Said[A]> => ({
  place: `phone.${area}`,
  es: () => loads.es().then((said) => said[area]),
  en: () => loads.en().then((said) => said[area]),
});
