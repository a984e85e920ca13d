import type { WordsOf } from '../form/words-later.ts';
import type { LateWords } from './words-es.ts';

export const lateWords: WordsOf<LateWords> = {
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
