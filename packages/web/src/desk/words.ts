import { wordsOf } from '../areas-words.ts';

export const deskWords = wordsOf('desk');
