import { wordsOf } from '../areas-words.ts';

export type { RollWords } from './words-es.ts';

export const rollWords = wordsOf('roll');
