import { over, plusMinutes, type Time, zoneOf } from '@cabildo/core';
import type { Languages } from '../languages/languages.ts';
import { isBuiltIn, type Locale, localeOf } from '../languages/locale.ts';
import { spokenAt } from '../languages/sources.ts';
import { speakingOf } from '../languages/speaking.ts';
import { type LetterWords, letterWords } from './words.ts';

/** In which language a letter is written, and how that is written. */
export interface LetterTongue {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly locale: Locale;
  readonly words: LetterWords;
}

/** One that was added lies over Spanish; of one that is not here any more, or says nothing yet, Spanish is left. */
export function letterTongue(languages: Languages, asked: string): LetterTongue {
  const added = languages.spoken().find(({ head }) => head.tag === asked);
  if (added === undefined) {
    const tag = isBuiltIn(asked) ? asked : 'es';
    return { tag, direction: 'ltr', locale: localeOf(tag), words: letterWords[tag] };
  }
  const { tag, direction, like } = added.head;
  const speaking = speakingOf(added, spokenAt(added.said(false), ['letters']));
  return { tag, direction, locale: localeOf(tag, like), words: over(letterWords.es, 'letters', speaking) };
}

/** Day and hour in the hall's own time, which an hour always names. */
export function whenOf(time: Time, { dates }: Locale, offsetMinutes: number): string {
  const format = new Intl.DateTimeFormat(dates, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(plusMinutes(time, offsetMinutes)))} (${zoneOf(offsetMinutes)})`;
}
