import type { LanguageFile, LanguageHead, LanguageProblem, LanguageProblemCode, LanguageString } from './file.ts';
import { placeholdersOf } from './placeholders.ts';
import { pluralCategories, type Translation } from './spoken.ts';

/** Those that come with the program, complete. */
const builtIn = /^(?:es|en)(?:-|$)/i;
const tagForm = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;

/**
 * Nothing that changes how the text around it is read, and nothing that is not seen: controls, marks of direction (Unicode’s
 * UAX 9), spaces without width, private use, what is no character; but for the two joiners, which some scripts are written with.
 */
const hidden = /\p{Cc}|\p{Cs}|\p{Co}|\p{Cn}|\p{Zl}|\p{Zp}|(?![\u200c\u200d])\p{Cf}/u;

const NAME_LENGTH = 80;
const FROM_LENGTH = 200;
/** A language may take more words than Spanish; a page of text where a button stands is none. */
const longest = (source: string): number => source.length * 4 + 60;

/** Why a text may not stand where the source stands; null where it may. */
export function translationProblem(source: string, said: Translation): Omit<LanguageProblem, 'entry'> | null {
  if (typeof said === 'string') return textProblem(source, said, placeholdersOf(source), 'said');
  const names = placeholdersOf(source);
  if (!names.includes(said.by)) return { field: 'said.by', code: 'plural-by', needed: names.join(', ') };
  for (const [category, text] of Object.entries(said.forms)) {
    const field = `said.forms.${category}`;
    if (!(pluralCategories as readonly string[]).includes(category))
      return { field, code: 'plural-forms', needed: pluralCategories.join(', ') };
    // “One person” needs no number.
    const wanted =
      category === 'other' ? names : names.filter((name) => name !== said.by || placeholdersOf(text).includes(name));
    const wrong = textProblem(source, text, wanted, field);
    if (wrong !== null) return wrong;
  }
  return said.forms.other === undefined ? { field: 'said.forms', code: 'plural-forms', needed: 'other' } : null;
}

function textProblem(
  source: string,
  text: string,
  names: readonly string[],
  field: string,
): Omit<LanguageProblem, 'entry'> | null {
  const wrong = plainProblem(text, longest(source));
  if (wrong !== null) return { field, ...wrong };
  if (!sameNames(placeholdersOf(text), names))
    return { field, code: 'placeholders', needed: names.map(shownName).join(' ') };
  return null;
}

const shownName = (name: string): string => (name === '#' ? '#' : `{${name}}`);

/** Each at least once, and none besides. */
function sameNames(has: readonly string[], wanted: readonly string[]): boolean {
  const [found, needed] = [new Set(has), new Set(wanted)];
  return found.size === needed.size && [...needed].every((name) => found.has(name));
}

function plainProblem(text: string, most: number): { code: LanguageProblemCode; needed?: string } | null {
  if (text.trim() === '') return { code: 'empty' };
  if (text.length > most) return { code: 'too-long', needed: String(most) };
  if (hidden.test(text)) return { code: 'hidden-characters' };
  return text === text.normalize('NFC') ? null : { code: 'not-normal', needed: 'NFC' };
}

/** A name or a note that people read beside a text. */
export const nameProblem = (name: string): LanguageProblemCode | null => plainProblem(name, NAME_LENGTH)?.code ?? null;

export type ParsedHead = { readonly head: LanguageHead } | { readonly problems: readonly LanguageProblem[] };

const headFields = ['tag', 'name', 'nameFrom', 'direction', 'like', 'quotes'] as const;

export function parseLanguageHead(value: unknown): ParsedHead {
  const problems: LanguageProblem[] = [];
  const wrong = (field: string, code: LanguageProblemCode, needed?: string): void => {
    problems.push({ entry: null, field, code, ...(needed === undefined ? {} : { needed }) });
  };
  if (!isRecord(value)) return { problems: [{ entry: null, field: '', code: 'not-a-file' }] };
  for (const field of headFields.slice(0, 5)) if (typeof value[field] !== 'string') wrong(field, 'not-a-text');
  if (problems.length > 0) return { problems };
  const { tag, name, nameFrom, direction, like, quotes } = value as unknown as LanguageHead;
  if (!tagForm.test(tag)) wrong('tag', 'tag', 'ay, quz, gn-PY');
  else if (builtIn.test(tag)) wrong('tag', 'tag-built-in');
  for (const [field, text, most] of [
    ['name', name, NAME_LENGTH],
    ['nameFrom', nameFrom, FROM_LENGTH],
  ] as const) {
    const found = plainProblem(text, most);
    if (found !== null) wrong(field, found.code, found.needed);
  }
  if (direction !== 'ltr' && direction !== 'rtl') wrong('direction', 'direction', 'ltr, rtl');
  if (!/^(?:es|en)$/.test(like) && !tagForm.test(like)) wrong('like', 'like', 'es');
  if (
    !Array.isArray(quotes) ||
    quotes.length !== 2 ||
    quotes.some((mark) => typeof mark !== 'string' || !/^[\p{Pi}\p{Pf}\p{Ps}\p{Pe}"']{1,2}$/u.test(mark))
  )
    wrong('quotes', 'quotes', '«, »');
  return problems.length > 0 ? { problems } : { head: { tag, name, nameFrom, direction, like, quotes } };
}

export type ParsedLanguage = { readonly file: LanguageFile } | { readonly problems: readonly LanguageProblem[] };

/** A whole file, or all that is wrong with it: nothing of one with a problem is taken. */
export function parseLanguageFile(value: unknown, sources: ReadonlySet<string>): ParsedLanguage {
  const parsed = parseLanguageHead(value);
  const problems: LanguageProblem[] = 'problems' in parsed ? [...parsed.problems] : [];
  const strings: LanguageString[] = [];
  if (isRecord(value)) {
    for (const field of Object.keys(value))
      if (!['$schema', 'strings', ...headFields].includes(field))
        problems.push({ entry: null, field, code: 'unknown-field' });
    if (!Array.isArray(value.strings)) problems.push({ entry: null, field: 'strings', code: 'not-a-file' });
    else readStrings(value.strings, sources, strings, problems);
  }
  return 'problems' in parsed || problems.length > 0 ? { problems } : { file: { ...parsed.head, strings } };
}

function readStrings(
  values: readonly unknown[],
  sources: ReadonlySet<string>,
  strings: LanguageString[],
  problems: LanguageProblem[],
): void {
  const seen = new Set<string>();
  values.forEach((value, entry) => {
    const read = readString(value, sources);
    if ('code' in read) problems.push({ entry, ...read });
    else if (seen.has(read.source)) problems.push({ entry, field: 'source', code: 'said-twice' });
    else {
      seen.add(read.source);
      strings.push(read);
    }
  });
}

const stringFields = ['source', 'said', 'from', 'reviewedBy', 'reviewed'];

function readString(value: unknown, sources: ReadonlySet<string>): LanguageString | Omit<LanguageProblem, 'entry'> {
  if (!isRecord(value)) return { field: '', code: 'not-a-file' };
  const unknown = Object.keys(value).find((field) => !stringFields.includes(field));
  if (unknown !== undefined) return { field: unknown, code: 'unknown-field' };
  const { source, said, from, reviewedBy = null, reviewed = null } = value;
  if (typeof source !== 'string' || !sources.has(source)) return { field: 'source', code: 'unknown-source' };
  if (!isTranslation(said)) return { field: 'said', code: 'not-a-text' };
  const wrong = translationProblem(source, said);
  if (wrong !== null) return wrong;
  if (typeof from !== 'string') return { field: 'from', code: 'not-a-text' };
  const fromWrong = plainProblem(from, FROM_LENGTH);
  if (fromWrong !== null) return { field: 'from', ...fromWrong };
  return withReview({ source, said, from }, reviewedBy, reviewed);
}

function withReview(
  string: Pick<LanguageString, 'source' | 'said' | 'from'>,
  reviewedBy: unknown,
  reviewed: unknown,
): LanguageString | Omit<LanguageProblem, 'entry'> {
  if (reviewedBy === null && reviewed === null) return { ...string, reviewedBy, reviewed };
  if (typeof reviewedBy !== 'string' || nameProblem(reviewedBy) !== null)
    return { field: 'reviewedBy', code: 'reviewer' };
  if (typeof reviewed !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(reviewed))
    return { field: 'reviewed', code: 'day', needed: '2026-05-03' };
  if (reviewedBy === string.from) return { field: 'reviewedBy', code: 'same-person' };
  return { ...string, reviewedBy, reviewed };
}

export function isTranslation(value: unknown): value is Translation {
  if (typeof value === 'string') return true;
  if (!isRecord(value) || !isRecord(value.forms) || typeof value.by !== 'string') return false;
  return Object.keys(value).length === 2 && Object.values(value.forms).every((text) => typeof text === 'string');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
