import type { WordsOf } from '../../form/words-later.ts';
import type { StatuteWords } from './words-es.ts';

export const statuteWords: WordsOf<StatuteWords> = {
  place: 'office.statute',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
