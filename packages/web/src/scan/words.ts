import type { WordsOf } from '../form/words-later.ts';
import type { PhotographWords } from './words-es.ts';

export const photographWords: WordsOf<PhotographWords> = {
  place: 'phone.scan',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
