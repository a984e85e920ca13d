import { firstWords } from './first-words.ts';
import type { Formats, Language } from './formats.ts';
import type { FirstWords } from './words-at-first.ts';

const made = new Map<object, Formats>();

/** Of a language that could not be loaded, Spanish. */
export function formatsFor(tag: string): Formats {
  const words = firstWords(tag);
  const known = made.get(words) ?? makeFormats(tag === 'en' ? tag : 'es', words);
  made.set(words, known);
  return known;
}

function makeFormats(language: Language, { shell, manner }: Pick<FirstWords, 'shell' | 'manner'>): Formats {
  const locale = manner?.locale ?? (language === 'es' ? 'es-BO' : 'en-GB');
  // Bolivia's own format parts only from five digits on; a hall is easier to read as everybody writes it.
  const number = new Intl.NumberFormat(locale === 'es-BO' ? 'es' : locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options });
    // As the pages and the papers of the node write it.
    return (time: string | number): string =>
      format.format(new Date(time)).replace(/GMT(?:\+0$)?(-?)/, (_, minus) => `UTC${minus && '−'}`);
  };
  const dayParts = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const hourParts = { hour: '2-digit', minute: '2-digit' } as const;
  return {
    language,
    tag: language,
    locale,
    said: (sentences) => sentences[language],
    words: shell,
    number: (value) => number.format(value),
    time: date({ ...dayParts, ...hourParts, timeZoneName: 'shortOffset' }),
    hour: date(hourParts),
    day: date(dayParts),
    ago: (milliseconds) => ago(relative, milliseconds),
    clock: clockOf,
    plural: (count, { one, other }) => (count === 1 ? one : other),
    ...manner,
  };
}

const steps = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', Number.POSITIVE_INFINITY],
] as const;

function ago(relative: Intl.RelativeTimeFormat, milliseconds: number): string {
  let value = Math.max(0, Math.round(milliseconds / 1000));
  for (const [unit, most] of steps) {
    if (value < most) return relative.format(-value, unit);
    value = Math.floor(value / most);
  }
  return '';
}

function clockOf(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return seconds <= -1 ? `−${text}` : text;
}
