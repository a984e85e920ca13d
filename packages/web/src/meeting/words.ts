import { wordsOf } from '../areas-words.ts';

export const meetingWords = wordsOf('meeting');
