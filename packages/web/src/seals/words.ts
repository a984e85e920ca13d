import { wordsOf } from '../areas-words.ts';

export type { SealWords } from './words-es.ts';

export const sealWords = wordsOf('seals');
