import type { WordsOf } from '../form/words-later.ts';
import type { VoiceWords } from './words-es.ts';

export const voiceWords: WordsOf<VoiceWords> = {
  es: () => import('./words-es.ts').then(({ es }) => es),
  en: () => import('./words-en.ts').then(({ en }) => en),
};

/** By its ISO 639 name where there is no other. */
export const languageName = (words: VoiceWords, language: string): string => words.languages[language] ?? language;
