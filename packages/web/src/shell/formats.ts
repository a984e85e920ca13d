import { firstWords } from './first-words.ts';
import type { ShellWords } from './words-es.ts';

export type Language = 'es' | 'en';

/** How things are written in the reader's language. Words are each area's own: `wordsIn[formats.language]`. */
export interface Formats {
  readonly language: Language;
  /** The words of the frame: `loading`, `back`, `again`, `unreachable`, … */
  readonly words: ShellWords;
  number(value: number): string;
  /** Day and hour, with the distance from UTC: `sábado, 20 de junio, 18:00 UTC−4`. */
  time(time: string | number): string;
  /** `18:42`. */
  hour(time: string | number): string;
  /** `sábado, 20 de junio`. */
  day(time: string | number): string;
  /** `hace 3 minutos`, from milliseconds. */
  ago(milliseconds: number): string;
  /** `1:42`, of seconds; below zero with a minus sign. */
  clock(seconds: number): string;
  /** The form for so many of something: most languages have one for 1 and one for all else. */
  plural(count: number, forms: { readonly one: string; readonly other: string }): string;
}

const made = new Map<Language, Formats>();

export function formatsFor(language: Language): Formats {
  const known = made.get(language) ?? makeFormats(language);
  made.set(language, known);
  return known;
}

function makeFormats(language: Language): Formats {
  const locale = language === 'es' ? 'es-BO' : 'en-GB';
  // Bolivia's own format parts only from five digits on; a hall is easier to read as everybody writes it.
  const number = new Intl.NumberFormat(language === 'es' ? 'es' : 'en-GB');
  const plurals = new Intl.PluralRules(locale);
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
    words: firstWords(language).shell,
    number: (value) => number.format(value),
    time: date({ ...dayParts, ...hourParts, timeZoneName: 'shortOffset' }),
    hour: date(hourParts),
    day: date(dayParts),
    ago: (milliseconds) => ago(relative, milliseconds),
    clock: clockOf,
    plural: (count, { one, other }) => (plurals.select(count) === 'one' ? one : other),
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
