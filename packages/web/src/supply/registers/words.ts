import type { WordsOf } from '../../form/words-later.ts';
import type { RegisterWords } from './words-es.ts';

export const registerWords: WordsOf<RegisterWords> = {
  place: 'supply.registers',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
