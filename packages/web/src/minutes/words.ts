import type { WordsOf } from '../form/words-later.ts';
import type { MinutesWords } from './words-es.ts';

export const minutesWords: WordsOf<MinutesWords> = {
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
