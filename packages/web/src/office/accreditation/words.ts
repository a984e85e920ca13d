import type { WordsOf } from '../../form/words-later.ts';
import type { DeskWords } from './words-es.ts';

export const deskWords: WordsOf<DeskWords> = {
  place: 'office.accreditation',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
