import type { WordsOf } from '../../form/words-later.ts';
import type { MapWords } from './words-es.ts';

export const mapWords: WordsOf<MapWords> = {
  place: 'supply.map',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
