import type { WordsOf } from '../../form/words-later.ts';
import type { BoardWords } from './words-es.ts';

export const boardWords: WordsOf<BoardWords> = {
  place: 'supply.board',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
