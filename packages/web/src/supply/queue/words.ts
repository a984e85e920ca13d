import type { WordsOf } from '../../form/words-later.ts';
import type { QueueWords } from './words-es.ts';

export const queueWords: WordsOf<QueueWords> = {
  place: 'supply.queue',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
