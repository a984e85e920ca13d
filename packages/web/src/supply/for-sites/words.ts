import type { WordsOf } from '../../form/words-later.ts';
import type { ForSitesWords } from './words-es.ts';

export const forSitesWords: WordsOf<ForSitesWords> = {
  place: 'supply.for-sites',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
