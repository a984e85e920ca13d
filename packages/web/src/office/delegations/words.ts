import type { WordsOf } from '../../form/words-later.ts';
import type { DelegationWords } from './words-es.ts';

export const delegationWords: WordsOf<DelegationWords> = {
  place: 'office.delegations',
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};
