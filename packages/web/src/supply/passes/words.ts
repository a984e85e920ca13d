import type { WordsOf } from '../../form/words-later.ts';
import type { PassWords } from './words-es.ts';

export const passWords: WordsOf<PassWords> = {
  place: 'supply.passes',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
