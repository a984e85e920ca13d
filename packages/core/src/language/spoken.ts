import { counted, placeholderPattern } from './placeholders.ts';

/** Forms by the plural categories of Unicode (CLDR), for the number that stands in `by`. `other` is always there. */
export interface Forms {
  readonly by: string;
  readonly forms: { readonly other: string } & Readonly<Partial<Record<PluralCategory, string>>>;
}

export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralCategory = (typeof pluralCategories)[number];

export type Translation = string | Forms;

/** What is said instead of a Spanish text, at the places where it is said: `phone.shell.offline`. */
export type Spoken = Readonly<Record<string, Readonly<Record<string, Translation>>>>;

export interface Speaking {
  readonly spoken: Spoken;
  /** Which form a language has for so many. */
  plural(count: number): PluralCategory;
  /** Marks a whole text that stays Spanish; absent: it is said as it is. */
  stays?(text: string): string;
}

/**
 * Words in another language, laid over the Spanish ones: one by one, and where there is none the Spanish one stays. A function
 * says what it says in Spanish; that is taken apart along its texts and put together with the others. What was put in by whoever
 * called it (a title, a name) is never touched.
 */
export function over<T>(words: T, place: string, speaking: Speaking): T {
  if (typeof words === 'string') return wholeText(words, speaking.spoken[place], speaking) as T;
  if (typeof words === 'function') {
    const texts = textsAt(speaking.spoken[place]);
    const say = words as unknown as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => {
      const said = say(...args);
      if (typeof said !== 'string') return said;
      const found = translated(said, texts, speaking, givenTexts(args));
      return found === said ? stayed(said, speaking) : found;
    }) as T;
  }
  if (typeof words !== 'object' || words === null) return words;
  const entries = Object.entries(words).map(
    ([name, part]) => [name, over(part, `${place}.${name}`, speaking)] as const,
  );
  return (Array.isArray(words) ? entries.map(([, part]) => part) : Object.fromEntries(entries)) as T;
}

/** One text that was said in Spanish, of which only the texts that it is made of are known. */
export function inOtherWords(said: string, spoken: Readonly<Record<string, Translation>>, speaking: Speaking): string {
  const found = translated(said, textsAt(spoken), speaking, new Set());
  return found === said ? stayed(said, speaking) : found;
}

const stayed = (text: string, { stays }: Speaking): string => (stays === undefined ? text : stays(text));

function wholeText(text: string, spoken: Spoken[string] | undefined, speaking: Speaking): string {
  const found = spoken !== undefined && Object.hasOwn(spoken, text) ? spoken[text] : undefined;
  if (found === undefined || found === text) return stayed(text, speaking);
  return typeof found === 'string' ? found : found.forms.other;
}

interface Texts {
  readonly exact: Readonly<Record<string, Translation>>;
  /** Those with the most words of their own first: the surest. */
  readonly patterns: readonly Pattern[];
}

interface Pattern {
  readonly names: readonly string[];
  readonly form: RegExp;
  /** The pattern’s own words. */
  readonly parts: readonly string[];
  readonly said: Translation;
}

const made = new WeakMap<object, Texts>();
const noTexts: Texts = { exact: {}, patterns: [] };

function textsAt(spoken: Readonly<Record<string, Translation>> | undefined): Texts {
  if (spoken === undefined) return noTexts;
  const known = made.get(spoken);
  if (known !== undefined) return known;
  const patterns = Object.entries(spoken)
    .flatMap(([source, said]) => {
      const { names, form, parts, own } = placeholderPattern(source);
      return names.length === 0 || own === 0 ? [] : [{ names, form, parts, said, own }];
    })
    .sort((a, b) => b.own - a.own);
  const texts = { exact: spoken, patterns };
  made.set(spoken, texts);
  return texts;
}

function translated(said: string, texts: Texts, speaking: Speaking, given: ReadonlySet<string>): string {
  if (said === '' || given.has(said)) return said;
  const exact = Object.hasOwn(texts.exact, said) ? texts.exact[said] : undefined;
  if (exact !== undefined) return typeof exact === 'string' ? exact : exact.forms.other;
  for (const { names, form, parts, said: other } of texts.patterns) {
    const held = heldTogether(said, parts, given);
    const match = form.exec(held.text);
    if (match === null) continue;
    const values = new Map(
      names.map((name, at) => [name, translated(held.open(match[at + 1] ?? ''), texts, speaking, given)] as const),
    );
    const text = typeof other === 'string' ? other : chosen(other, values, speaking);
    return text.replace(/\{([A-Za-z]\w*)\}/g, (whole, name) => values.get(name) ?? whole);
  }
  return said;
}

interface Held {
  readonly text: string;
  open(part: string): string;
}

/** Where what was put in has the pattern’s own words in it, it must not be cut at them: it stands as one character meanwhile. */
function heldTogether(said: string, parts: readonly string[], given: ReadonlySet<string>): Held {
  const whole = [...given]
    .filter((text) => parts.some((part) => text.includes(part)) && said.includes(text))
    .sort((a, b) => b.length - a.length);
  if (whole.length === 0) return { text: said, open: (part) => part };
  return {
    text: whole.reduce((text, one, at) => text.replaceAll(one, () => standIn(at)), said),
    open: (part) => whole.reduce((text, one, at) => text.replaceAll(standIn(at), () => one), part),
  };
}

/** Of planes that no writing uses. */
const standIn = (at: number): string => String.fromCodePoint(0xf0000 + at);

function chosen({ by, forms }: Forms, values: ReadonlyMap<string, string>, speaking: Speaking): string {
  const count = counted(values.get(by) ?? '');
  return (count === null ? undefined : forms[speaking.plural(count)]) ?? forms.other;
}

/** Every text in what a function was given, however deep: all of them were written by people, or are names. */
function givenTexts(args: readonly unknown[], found = new Set<string>()): ReadonlySet<string> {
  for (const value of args) {
    if (typeof value === 'string') found.add(value);
    else if (typeof value === 'object' && value !== null) givenTexts(Object.values(value), found);
  }
  return found;
}
