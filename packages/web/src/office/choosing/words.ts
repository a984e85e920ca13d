import type { WordsOf } from '../../form/words-later.ts';
import type { ChoosingWords } from './words-es.ts';

export const choosingWords: WordsOf<ChoosingWords> = {
  place: 'office.choosing',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
