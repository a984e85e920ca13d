import type { WordsOf } from '../form/words-later.ts';
import type { OfficeWords } from './words-es.ts';

export const officeWords: WordsOf<OfficeWords> = {
  place: 'office.home',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
