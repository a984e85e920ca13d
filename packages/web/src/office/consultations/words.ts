import type { WordsOf } from '../../form/words-later.ts';
import type { ConsultationWords } from './words-es.ts';

export const consultationWords: WordsOf<ConsultationWords> = {
  place: 'office.consultations',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
