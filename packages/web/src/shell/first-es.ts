import { es as member } from '../member/words-es.ts';
import type { FirstWords } from './words-at-first.ts';
import { es as shell } from './words-es.ts';

export const firstWords: FirstWords = { shell, member };
