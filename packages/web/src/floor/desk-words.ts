import type { WordsOf } from '../form/words-later.ts';
import type { DeskFloorWords } from './desk-words-es.ts';

export const deskFloorWords: WordsOf<DeskFloorWords> = {
  es: () => import('./desk-words-es.ts').then(({ es }) => es),
  en: () => import('./desk-words-en.ts').then(({ en }) => en),
};
