import type { Language } from '../language.ts';
import { sealsEn } from './seals-en.ts';
import { type SealWords, sealsEs } from './seals-es.ts';

export type { SealWords } from './seals-es.ts';

export const sealWords = (language: Language): SealWords => (language === 'es' ? sealsEs : sealsEn);
