import type { WordsOf } from '../form/words-later.ts';
import type { SupplyWords } from './words-es.ts';

export const supplyWords: WordsOf<SupplyWords> = {
  place: 'supply.home',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
