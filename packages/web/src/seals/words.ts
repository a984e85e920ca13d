import type { WordsOf } from '../form/words-later.ts';
import type { SealWords } from './words-es.ts';

export type { SealWords } from './words-es.ts';

export const sealWords: WordsOf<SealWords> = {
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
