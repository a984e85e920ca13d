import type { WordsOf } from '../../form/words-later.ts';
import type { WaitingWords } from './words-es.ts';

export const waitingWords: WordsOf<WaitingWords> = {
  place: 'office.waiting',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
