import type { Language, Text } from './language.ts';
import type { Terminal } from './terminal.ts';

/** 0 all is well, 1 something was found, 2 misuse or unreadable. */
export type ExitCode = 0 | 1 | 2;

export interface OptionSpec {
  /** What the help calls its value; without one the option is a switch. */
  readonly value?: string;
  /** May be given several times, and may have several values one after the other. */
  readonly many?: boolean;
  readonly help: Text;
}

export interface PositionalSpec {
  readonly name: string;
  readonly optional?: boolean;
  readonly help: Text;
}

export interface Invocation {
  readonly command: CommandSpec;
  readonly positionals: readonly string[];
  /** Options with values, as given. */
  readonly values: Readonly<Record<string, string>>;
  /** Options that may be given several times, in the order in which they were given. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly switches: ReadonlySet<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly terminal: Terminal;
}

export type Run = (invocation: Invocation) => Promise<ExitCode>;

/** One row of the command table. */
export interface CommandSpec {
  /** As typed: `book verify`. */
  readonly name: string;
  readonly summary: Text;
  readonly positionals: readonly PositionalSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Options without which the command cannot run. */
  readonly required?: readonly string[];
  readonly notes?: Text;
  readonly examples: readonly string[];
  /** Loaded only when run, so that help and the verifier start without server and database. */
  readonly load: () => Promise<Run>;
}
