import type { WordsOf } from '../../form/words-later.ts';
import type { TripWords } from './words-es.ts';

export const tripWords: WordsOf<TripWords> = {
  place: 'supply.trips',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
