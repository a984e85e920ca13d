import type { WordsOf } from '../form/words-later.ts';
import type { HallWords } from './words-es.ts';

export const hallWords: WordsOf<HallWords> = {
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
