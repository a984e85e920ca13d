import type { WordsOf } from '../../form/words-later.ts';
import type { PlanWords } from './words-es.ts';

export const planWords: WordsOf<PlanWords> = {
  place: 'supply.plan',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
