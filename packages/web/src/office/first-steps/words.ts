import type { WordsOf } from '../../form/words-later.ts';
import type { FirstStepsWords } from './words-es.ts';

export const firstStepsWords: WordsOf<FirstStepsWords> = {
  place: 'office.first-steps',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
