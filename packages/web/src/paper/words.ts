import { wordsOf } from '../areas-words.ts';

export const paperWords = wordsOf('paper');
