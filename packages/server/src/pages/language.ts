import { plusMinutes, type Time, zoneOf } from '@cabildo/core';

export type Language = 'es' | 'en';

/** What the address asks for, else what the browser prefers, else Spanish. */
export function languageOf(asked: string | undefined, accepted: string | undefined): Language {
  if (asked === 'es' || asked === 'en') return asked;
  const preferred = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().toLowerCase().split(';');
      return { language: tag.trim().slice(0, 2), quality: Number(quality.trim().replace('q=', '')) };
    })
    .filter(({ language, quality }) => (language === 'es' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0];
  return preferred?.language === 'en' ? 'en' : 'es';
}

/** Dates and numbers as people of that language write them, in the hall's own hour, which an hour always names. */
export interface Formats {
  day(time: Time): string;
  /** The day with its name: `sábado, 20 de junio de 2026`. */
  date(time: Time): string;
  time(time: Time): string;
  /** The hour alone, with its zone. */
  hour(time: Time): string;
  number(value: number): string;
  /** A number with what is counted, as the language has it for that number. */
  many(value: number, one: string, other: string): string;
  list(values: readonly string[]): string;
}

const made = new Map<string, Formats>();
/** As many as there are hours in a day, in both languages, and then some. */
const MOST_KEPT = 64;

/** Kept once made: a page asks for them with each of its sentences, and making them takes longer than writing the sentence. */
export function formatsFor(language: Language, offsetMinutes: number): Formats {
  const name = `${language} ${offsetMinutes}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const formats = makeFormats(language, offsetMinutes);
  if (made.size >= MOST_KEPT) made.clear();
  made.set(name, formats);
  return formats;
}

function makeFormats(language: Language, offsetMinutes: number): Formats {
  const locale = language === 'es' ? 'es-BO' : 'en-GB';
  const shifted = (time: Time): Date => new Date(plusMinutes(time, offsetMinutes));
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const hour = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const number = new Intl.NumberFormat(locale === 'es-BO' ? 'es' : locale, { useGrouping: 'min2' });
  const list = new Intl.ListFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  return {
    day: (value) => day.format(shifted(value)),
    date: (value) => date.format(shifted(value)),
    time: (value) => `${time.format(shifted(value))} (${zoneOf(offsetMinutes)})`,
    hour: (value) => `${hour.format(shifted(value))} (${zoneOf(offsetMinutes)})`,
    number: (value) => number.format(value),
    many: (value, one, other) => `${number.format(value)} ${plurals.select(value) === 'one' ? one : other}`,
    list: (values) => list.format(values),
  };
}
