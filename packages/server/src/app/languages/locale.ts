export type Language = 'es' | 'en';

/** In which ways of writing things are written: as Intl calls them. */
export interface Locale {
  readonly dates: string;
  readonly numbers: string;
  readonly plurals: string;
}

const builtIn: Readonly<Record<Language, Locale>> = {
  es: { dates: 'es-BO', numbers: 'es', plurals: 'es-BO' },
  en: { dates: 'en-GB', numbers: 'en-GB', plurals: 'en-GB' },
};

export const isBuiltIn = (tag: string): tag is Language => tag === 'es' || tag === 'en';

/** Of what the machine knows nothing in that language, it is written as in the language that it is said to be like. */
export function localeOf(tag: string, like = 'es'): Locale {
  if (isBuiltIn(tag)) return builtIn[tag];
  const under = isBuiltIn(like) ? builtIn[like] : builtIn.es;
  const own = isBuiltIn(like) ? [tag] : [tag, like];
  const known = (format: { supportedLocalesOf(tags: string[]): string[] }, other: string): string =>
    format.supportedLocalesOf(own)[0] ?? other;
  return {
    dates: known(Intl.DateTimeFormat, under.dates),
    numbers: known(Intl.NumberFormat, under.numbers),
    plurals: known(Intl.PluralRules, under.plurals),
  };
}
