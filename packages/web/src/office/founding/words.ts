import type { WordsOf } from '../../form/words-later.ts';
import type { FoundingWords } from './words-es.ts';

export const foundingWords: WordsOf<FoundingWords> = {
  place: 'office.founding',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
