import type { WordsOf } from '../../form/words-later.ts';
import type { CandidatesWords } from './words-es.ts';

export const candidatesWords: WordsOf<CandidatesWords> = {
  place: 'office.candidates',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
