import type { WordsOf } from '../form/words-later.ts';
import type { TellerWords } from './words-es.ts';

export type { TellerWords } from './words-es.ts';

export const tellerWords: WordsOf<TellerWords> = {
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
