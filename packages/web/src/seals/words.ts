import type { Language } from '../shell/formats.ts';
import { en } from './words-en.ts';
import { es, type SealWords } from './words-es.ts';

export type { SealWords } from './words-es.ts';

export const sealWords = (language: Language): SealWords => (language === 'es' ? es : en);
