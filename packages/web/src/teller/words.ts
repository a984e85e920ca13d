import type { Language } from '../shell/formats.ts';
import { en } from './words-en.ts';
import { es, type TellerWords } from './words-es.ts';

export type { TellerWords } from './words-es.ts';

export const tellerWords = (language: Language): TellerWords => (language === 'es' ? es : en);
