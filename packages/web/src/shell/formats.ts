import type { JSX } from 'preact';
import type { Sentences } from '../answers.ts';
import type { Piece } from '../read-aloud/voice.ts';
import type { ShellWords } from './words-es.ts';

export type Language = 'es' | 'en';

/** How things are written in the reader's language. Words are each area's own (`useWords`). */
export interface Formats {
  /** Of the two that come with the program the one in which they are written, or over which another lies. */
  readonly language: Language;
  /** What is spoken: `es`, `en`, or a language that was added to the node. */
  readonly tag: string;
  /** As `Intl` calls it: how days are written; of several the first that the machine knows. */
  readonly locale: string | readonly string[];
  /** Lays an added language over Spanish words that stand in that place (`../added/added.tsx`). */
  readonly over?: <T>(words: T, place: string) => T;
  /** Says texts with the translators' voices. */
  readonly Aloud?: (props: { readonly pieces: readonly Piece[]; readonly formats: Formats }) => JSX.Element;
  /** Of what the node says in several languages. */
  said(sentences: Sentences): string;
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
