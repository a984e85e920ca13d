import type { WordsOf } from '../../form/words-later.ts';
import type { MailWords } from './words-es.ts';

export const mailWords: WordsOf<MailWords> = {
  place: 'office.mail',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
