/** How things are written in the reader's language; the words are each page's own. */
export type Language = 'es' | 'en';

export interface Tongue {
  readonly language: Language;
  number(value: number): string;
  /** The form for so many of something, with `#` in the place of the number. */
  plural(count: number, forms: { readonly one: string; readonly other: string }): string;
}

/** The browser's first language of ours, else Spanish. What is chosen here is kept nowhere. */
export function preferredLanguage(): Language {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'es' || tag === 'en');
  return known === 'en' ? 'en' : 'es';
}

export function tongueOf(language: Language): Tongue {
  const number = new Intl.NumberFormat(language === 'es' ? 'es' : 'en-GB');
  const plurals = new Intl.PluralRules(language);
  return {
    language,
    number: (value) => number.format(value),
    plural: (count, { one, other }) =>
      (plurals.select(count) === 'one' ? one : other).replace('#', number.format(count)),
  };
}
