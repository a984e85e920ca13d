import type { WordsOf } from '../../form/words-later.ts';
import type { HandsWords } from './words-es.ts';

export const handsWords: WordsOf<HandsWords> = {
  place: 'supply.hands',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
