import type { Translation } from './spoken.ts';

/** A language that is added to the ones that come with the program (docs/decisions/0016). */
export interface LanguageHead {
  /** BCP 47: `ay`, `quz`, `gn-PY`. */
  readonly tag: string;
  /** In itself: `Runasimi`. */
  readonly name: string;
  /** Where that name is from. */
  readonly nameFrom: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whose dates, numbers and plurals it has where the machine knows none of its own. */
  readonly like: string;
  readonly quotes: readonly [open: string, close: string];
}

/** One text in that language. Nobody is shown it before somebody else has reviewed it, but whoever tries the language. */
export interface LanguageString {
  /** What it is said for, in Spanish. */
  readonly source: string;
  readonly said: Translation;
  /** Who says so, or where it is written. */
  readonly from: string;
  readonly reviewedBy: string | null;
  /** A day: `2026-05-03`. */
  readonly reviewed: string | null;
}

export interface LanguageFile extends LanguageHead {
  readonly strings: readonly LanguageString[];
}

/** What is wrong, where, and what would be right. `entry` is the number of the string, from 0; null for the head. */
export interface LanguageProblem {
  readonly entry: number | null;
  readonly field: string;
  readonly code: LanguageProblemCode;
  /** What it takes: placeholders, a length, categories. */
  readonly needed?: string;
}

export type LanguageProblemCode =
  | 'not-a-text'
  | 'not-a-file'
  | 'unknown-field'
  | 'empty'
  | 'too-long'
  | 'hidden-characters'
  | 'not-normal'
  | 'placeholders'
  | 'unknown-source'
  | 'said-twice'
  | 'plural-forms'
  | 'plural-by'
  | 'tag'
  | 'tag-built-in'
  | 'direction'
  | 'quotes'
  | 'like'
  | 'day'
  | 'reviewer'
  | 'same-person';
