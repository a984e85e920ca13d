import type { Text } from './language.ts';

/** What ends a command before it could do its work: misuse, or something that cannot be read. Exit code 2. */
export class Stop extends Error {
  override readonly name = 'Stop';
  /** Stable, for programs. */
  readonly code: string;
  readonly text: Text;
  /** What would be right. */
  readonly hint: Text | undefined;

  constructor(code: string, text: Text, hint?: Text, cause?: unknown) {
    super(text.en, { cause });
    this.code = code;
    this.text = text;
    this.hint = hint;
  }
}

/** Misuse of the command line; the hint leads to the command's help. */
export function misuse(text: Text, command?: string): Stop {
  const help = `cabildo${command === undefined ? '' : ` ${command}`} --help`;
  return new Stop('usage', text, { es: `Vea: ${help}`, en: `See: ${help}` });
}

/** The same text in both languages, for what is only names and numbers. */
export const both = (text: string): Text => ({ es: text, en: text });
