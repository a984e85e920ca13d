import type { WordsOf } from '../../form/words-later.ts';
import type { PetitionWords } from './words-es.ts';

export const petitionWords: WordsOf<PetitionWords> = {
  place: 'office.petitions',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
