import { wordsOf } from '../areas-words.ts';

export const lateWords = wordsOf('late');
