import { officeInWords, over } from '@cabildo/core';
import type { Language as Added } from '../app/languages/language.ts';
import { isBuiltIn, type Language, type Locale, localeOf } from '../app/languages/locale.ts';
import { spokenAt } from '../app/languages/sources.ts';
import { officesIn, speakingOf } from '../app/languages/speaking.ts';
import type { Node } from '../app/node.ts';
import { languageOf } from './language.ts';
import { englishSentences } from './sentences/en.ts';
import { spanishSentences } from './sentences/es.ts';
import type { Sentences } from './sentences/sentence.ts';
import { stayed } from './stayed.ts';
import { en } from './words/en.ts';
import { es, type Words } from './words/es.ts';

/** A language in which pages are made: one of the two that come with the program, or one laid over Spanish. */
export interface Tongue {
  readonly tag: string;
  readonly under: Language;
  /** Changes with every word of it: what is kept of pages is kept under it. */
  readonly version: string;
  readonly direction: 'ltr' | 'rtl';
  readonly quotes: readonly [open: string, close: string];
  readonly locale: Locale;
  readonly words: Words;
  readonly sentences: Sentences;
  /** What people call an office. */
  office(name: string): string;
  /** What stays Spanish is marked so. */
  readonly marked: boolean;
}

const builtIn: Readonly<Record<Language, Tongue>> = {
  es: { ...plain('es'), quotes: ['«', '»'], words: es, sentences: spanishSentences },
  en: { ...plain('en'), quotes: ['“', '”'], words: en, sentences: englishSentences },
};

function plain(tag: Language) {
  return {
    tag,
    under: tag,
    version: tag,
    direction: 'ltr',
    locale: localeOf(tag),
    marked: false,
    office: (name: string) => officeInWords(name, tag),
  } as const;
}

/** Those that everybody is offered, each by its name in itself. */
export const tongues = ({ languages }: Node): readonly { readonly tag: string; readonly name: string }[] => [
  { tag: 'es', name: 'Español' },
  { tag: 'en', name: 'English' },
  ...languages.spoken().map(({ head: { tag, name } }) => ({ tag, name })),
];

export const builtInTongue = (language: Language): Tongue => builtIn[language];

const trialForm = /^(.+)-x-([a-z0-9]{8})$/;

/**
 * What the address asks for, else what the browser prefers, else Spanish. An address with a trial’s code (`ay-x-…`, as BCP 47 has
 * for private use) asks for what nobody has reviewed yet.
 */
export function tongueFor(
  node: Node,
  asked: string | undefined,
  accepted: string | undefined,
  marked: boolean,
): { readonly tongue: Tongue; readonly chosen: string | null } {
  const { languages } = node;
  const [, tag = '', code = ''] = trialForm.exec(asked ?? '') ?? [];
  const tried = languages.at(tag);
  if (asked !== undefined && tried !== undefined && languages.invitations.isTrial(tag, code))
    return { tongue: tongueOf(tried, { trial: true, marked }), chosen: asked };
  const added = languages.spoken().map(({ head }) => head.tag);
  const found = languageOf(asked, accepted, added);
  const language = languages.at(found);
  const tongue =
    isBuiltIn(found) || language === undefined
      ? builtIn[found === 'en' ? 'en' : 'es']
      : tongueOf(language, { trial: false, marked });
  return { tongue, chosen: asked === tongue.tag ? asked : null };
}

interface Manner {
  readonly trial: boolean;
  readonly marked: boolean;
}

const made = new WeakMap<Added, Map<string, Tongue>>();

/** Kept until a word of it changes. */
function tongueOf(language: Added, manner: Manner): Tongue {
  const version = `${language.head.tag} ${language.version} ${manner.trial} ${manner.marked}`;
  const kept = made.get(language) ?? new Map<string, Tongue>();
  const known = kept.get(version);
  if (known !== undefined) return known;
  if ([...kept.values()].some((tongue) => !tongue.version.startsWith(`${language.head.tag} ${language.version} `)))
    kept.clear();
  const tongue = makeTongue(language, manner, version);
  kept.set(version, tongue);
  made.set(language, kept);
  return tongue;
}

function makeTongue(language: Added, { trial, marked }: Manner, version: string): Tongue {
  const { tag, direction, like, quotes } = language.head;
  const plain = speakingOf(language, spokenAt(language.said(trial), ['pages', 'acts']));
  const speaking = marked ? { ...plain, stays: stayed } : plain;
  return {
    tag,
    under: 'es',
    version,
    direction,
    quotes,
    locale: localeOf(tag, like),
    words: over(es, 'pages', speaking),
    sentences: over(spanishSentences, 'acts', speaking),
    office: officesIn(language, trial, speaking.stays),
    marked,
  };
}
