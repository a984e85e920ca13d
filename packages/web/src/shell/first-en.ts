import { en as member } from '../member/words-en.ts';
import type { FirstWords } from './words-at-first.ts';
import { en as shell } from './words-en.ts';

export const firstWords: FirstWords = { shell, member };
