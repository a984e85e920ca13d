import type { WordsOf } from '../../form/words-later.ts';
import type { RoundWords } from './words-es.ts';

export const roundWords: WordsOf<RoundWords> = {
  place: 'supply.rounds',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
