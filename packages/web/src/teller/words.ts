import { wordsOf } from '../areas-words.ts';

export type { TellerWords } from './words-es.ts';

export const tellerWords = wordsOf('teller');
