import type { WordsOf } from '../form/words-later.ts';
import type { VoiceWords } from './words-es.ts';

export const voiceWords: WordsOf<VoiceWords> = {
  place: 'phone.voice',
  es: () => import('./words-es.ts').then((part) => part.es),
  en: () => import('./words-en.ts').then((part) => part.en),
};

/** By its ISO 639 name where there is no other. */
export const languageName = (words: VoiceWords, language: string): string => words.languages[language] ?? language;
