import { wordsOf } from '../areas-words.ts';

export const deskFloorWords = wordsOf('floor');
