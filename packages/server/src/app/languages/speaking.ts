import { officeInWords, officeNames, type PluralCategory, type Speaking, type Spoken } from '@cabildo/core';
import type { Language } from './language.ts';
import { localeOf } from './locale.ts';
import { spokenAt } from './sources.ts';

/** How words are laid over Spanish ones in that language. */
export function speakingOf({ head: { tag, like } }: Pick<Language, 'head'>, spoken: Spoken): Speaking {
  const plurals = new Intl.PluralRules(localeOf(tag, like).plurals);
  return { spoken, plural: (count) => plurals.select(count) as PluralCategory };
}

const inSpanish: ReadonlySet<string> = new Set(officeNames.map(([es]) => es));

/** An office as people of that language call it; one that nobody has a word for keeps its Spanish name, by way of `stays`. */
export function officesIn(
  language: Language,
  trial: boolean,
  stays: (text: string) => string = (text) => text,
): (office: string) => string {
  const called = new Map(Object.values(spokenAt(language.said(trial), ['offices'])).flatMap(Object.entries));
  return (office) => {
    const es = officeInWords(office, 'es');
    const said = called.get(es);
    return typeof said === 'string' ? said : inSpanish.has(es) ? stays(es) : es;
  };
}
