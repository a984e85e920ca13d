import { wordsOf } from '../areas-words.ts';

export const minutesWords = wordsOf('minutes');
