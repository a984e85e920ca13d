import { wordsOf } from '../areas-words.ts';

export const hallWords = wordsOf('hall');
