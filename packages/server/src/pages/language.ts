import { plusMinutes, type Time, zoneOf } from '@cabildo/core';
import { isBuiltIn, type Language, type Locale } from '../app/languages/locale.ts';

/** What the address asks for, else what the browser prefers among these and the built-in two, else Spanish. */
export function languageOf(asked: string | undefined, accepted: string | undefined): Language;
export function languageOf(asked: string | undefined, accepted: string | undefined, added: readonly string[]): string;
export function languageOf(
  asked: string | undefined,
  accepted: string | undefined,
  added: readonly string[] = [],
): string {
  const known = (tag: string): string | undefined => {
    if (isBuiltIn(tag)) return tag;
    return added.find((one) => one.toLowerCase() === tag) ?? (isBuiltIn(tag.slice(0, 2)) ? tag.slice(0, 2) : undefined);
  };
  if (asked !== undefined && (isBuiltIn(asked) || added.includes(asked))) return asked;
  const preferred = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().toLowerCase().split(';');
      return { language: known(tag.trim()), quality: Number(quality.trim().replace('q=', '')) };
    })
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0];
  return preferred?.language ?? 'es';
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
  /** A day that has no hour and no zone: `2026-11-30`. */
  calendarDay(day: string): string;
  /** An amount written with a point (`-1234.50`), with as many digits behind it. */
  amount(decimal: string): string;
  /** A number with what is counted, as the language has it for that number. */
  many(value: number, one: string, other: string): string;
  list(values: readonly string[]): string;
}

const made = new Map<string, Formats>();
/** As many as there are hours in a day, in both languages, and then some. */
const MOST_KEPT = 64;

/** Kept once made: a page asks for them with each of its sentences, and making them takes longer than writing the sentence. */
export function formatsFor(locale: Locale, offsetMinutes: number): Formats {
  const name = `${locale.dates} ${locale.numbers} ${locale.plurals} ${offsetMinutes}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const formats = makeFormats(locale, offsetMinutes);
  if (made.size >= MOST_KEPT) made.clear();
  made.set(name, formats);
  return formats;
}

/** Exactly those digits, whatever their number: a text, as a number would be rounded. */
function inWords(decimal: string, numbers: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(numbers, {
    useGrouping: 'min2',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(decimal as `${number}`);
}

function makeFormats({ dates: locale, numbers, plurals: counting }: Locale, offsetMinutes: number): Formats {
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
  const number = new Intl.NumberFormat(numbers, { useGrouping: 'min2' });
  const list = new Intl.ListFormat(locale);
  const plurals = new Intl.PluralRules(counting);
  return {
    day: (value) => day.format(shifted(value)),
    date: (value) => date.format(shifted(value)),
    time: (value) => `${time.format(shifted(value))} (${zoneOf(offsetMinutes)})`,
    hour: (value) => `${hour.format(shifted(value))} (${zoneOf(offsetMinutes)})`,
    number: (value) => number.format(value),
    calendarDay: (value) => day.format(new Date(`${value}T00:00:00Z`)),
    amount: (decimal) => inWords(decimal, numbers),
    many: (value, one, other) => `${number.format(value)} ${plurals.select(value) === 'one' ? one : other}`,
    list: (values) => list.format(values),
  };
}
