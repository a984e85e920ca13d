import type { WordsOf } from '../../form/words-later.ts';
import type { AccountsWords } from './words-es.ts';

export const accountsWords: WordsOf<AccountsWords> = {
  place: 'office.accounts',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
