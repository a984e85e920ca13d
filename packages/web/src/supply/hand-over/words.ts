import type { WordsOf } from '../../form/words-later.ts';
import type { HandOverWords } from './words-es.ts';

export const handOverWords: WordsOf<HandOverWords> = {
  place: 'supply.hand-over',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
