import type { Text } from '../text.ts';

/** What is wrong with a file, and where. Lines and columns count from 1. */
export type Problem = { readonly line: number; readonly column: number; readonly text: Text };

/** Carries a problem out of a parser, to the one place that hands it on as data (`read.ts`). */
export class FormatProblem extends Error {
  override readonly name = 'FormatProblem';
  readonly problem: Problem;

  constructor(place: { readonly line: number; readonly column: number }, text: Text) {
    super(text.en);
    this.problem = { line: place.line, column: place.column, text };
  }
}

const LONGEST_QUOTE = 40;

/** What a file says, short enough to stand in a sentence. */
export function quoted(text: string): string {
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what would garble a terminal is what is taken out.
  return `“${shown.replaceAll(/[\u0000-\u001f\u007f]/g, '�')}”`;
}
