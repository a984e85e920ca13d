import type { WordsOf } from '../form/words-later.ts';
import type { MeetingWords } from './words-es.ts';

export const meetingWords: WordsOf<MeetingWords> = {
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
