/** From the words on the command line to a command and its options, or a sentence about what is wrong with them. */
import { parseArgs } from 'node:util';
import type { CommandSpec, OptionSpec } from './command.ts';
import type { Text } from './language.ts';
import { commonOptions } from './options.ts';
import { misuse, Stop } from './stop.ts';

export interface ParsedLine {
  /** Undefined where no command was given. */
  readonly command: CommandSpec | undefined;
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly switches: ReadonlySet<string>;
}

interface OptionToken {
  readonly kind: 'option';
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** Everything but whether the command's own demands are met; `--help` needs no positionals. */
export function parseLine(args: readonly string[], commands: readonly CommandSpec[]): ParsedLine {
  const known = allOptions(commands);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, spec]) => [
        name,
        { type: spec.value === undefined ? ('boolean' as const) : ('string' as const), ...shortOf(name) },
      ]),
    ),
  });
  const { words, lists } = sortWords(tokens, known, commands);
  const asked = words[0] === 'help' ? words.slice(1) : words;
  const command = findCommand(asked, commands);
  const accepted = command === undefined ? commonOptions : { ...commonOptions, ...command.options };
  const values: Record<string, string> = {};
  const switches = new Set<string>(words[0] === 'help' ? ['help'] : []);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, value } = checkOption(token, accepted, known, command);
    if (value === undefined) switches.add(name);
    else if (known[name]?.many !== true) values[name] = value;
  }
  if (command === undefined && asked.length > 0) throw unknownCommand(asked, commands);
  return { command, positionals: asked.slice(command?.name.split(' ').length ?? 0), values, lists, switches };
}

type Token =
  | OptionToken
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/** Words, and the values of options that take several: those go on until the next option, once the command has its own. */
function sortWords(
  tokens: readonly Token[],
  known: Readonly<Record<string, OptionSpec>>,
  commands: readonly CommandSpec[],
): { words: string[]; lists: Record<string, string[]> } {
  const words: string[] = [];
  const lists: Record<string, string[]> = {};
  let open: string[] | undefined;
  let takesPairs = false;
  for (const token of tokens) {
    if (token.kind === 'option') {
      const { name, value } = token;
      open = known[name]?.many === true ? (lists[name] ?? []) : undefined;
      if (open === undefined) continue;
      lists[name] = open;
      takesPairs = known[name]?.value?.includes('=') === true;
      if (value !== undefined) open.push(value);
    } else if (token.kind === 'positional') {
      const command = findCommand(words, commands);
      const isComplete =
        command !== undefined && words.length >= command.name.split(' ').length + command.positionals.length;
      const belongs = isComplete || (takesPairs && token.value.includes('='));
      (open !== undefined && belongs ? open : words).push(token.value);
    }
  }
  return { words, lists };
}

/** Whether the command has what it needs. */
export function checkLine(line: ParsedLine): void {
  const { command, positionals, values } = line;
  if (command === undefined) return;
  const missing = command.positionals[positionals.length];
  if (missing !== undefined && missing.optional !== true) {
    throw misuse(
      {
        es: `«${command.name}» necesita ${missing.name}: ${missing.help.es}.`,
        en: `"${command.name}" needs ${missing.name}: ${missing.help.en}.`,
      },
      command.name,
    );
  }
  const surplus = positionals[command.positionals.length];
  if (surplus !== undefined) {
    throw misuse({ es: `«${surplus}» sobra.`, en: `"${surplus}" is one argument too many.` }, command.name);
  }
  for (const name of command.required ?? []) {
    if (values[name] !== undefined) continue;
    const spec = command.options[name] as OptionSpec;
    throw misuse(
      {
        es: `Falta --${name} ${spec.value}: ${spec.help.es}.`,
        en: `--${name} ${spec.value} is missing: ${spec.help.en}.`,
      },
      command.name,
    );
  }
}

function shortOf(name: string): { short?: string } {
  return name === 'help' ? { short: 'h' } : name === 'version' ? { short: 'V' } : {};
}

function allOptions(commands: readonly CommandSpec[]): Record<string, OptionSpec> {
  return Object.assign({}, commonOptions, ...commands.map((command) => command.options));
}

/** The longest command that the words begin with. */
function findCommand(words: readonly string[], commands: readonly CommandSpec[]): CommandSpec | undefined {
  return [3, 2, 1]
    .map((length) => words.slice(0, length).join(' '))
    .map((name) => commands.find((command) => command.name === name))
    .find((command) => command !== undefined);
}

function checkOption(
  token: OptionToken,
  accepted: Readonly<Record<string, OptionSpec>>,
  known: Readonly<Record<string, OptionSpec>>,
  command: CommandSpec | undefined,
): { name: string; value: string | undefined } {
  const spec = Object.hasOwn(accepted, token.name) ? accepted[token.name] : undefined;
  if (spec === undefined) throw unknownOption(token, accepted, known, command);
  const { name, rawName, value } = token;
  if (spec.value === undefined) {
    if (value === undefined) return { name, value };
    throw misuse({ es: `${rawName} no lleva valor.`, en: `${rawName} takes no value.` }, command?.name);
  }
  // `--out --json` is a value forgotten, not a folder called "--json"; a single `-` is what is read from the terminal, and
  // `-68.2,-16.5` a place west and south.
  const forgotten = value === undefined || value === '' || (/^-[^\d.]/.test(value) && token.inlineValue !== true);
  if (!forgotten) return { name, value };
  throw misuse(
    { es: `Falta el valor: ${rawName} ${spec.value}.`, en: `${rawName} needs its value: ${rawName} ${spec.value}.` },
    command?.name,
  );
}

function unknownOption(
  token: OptionToken,
  accepted: Readonly<Record<string, OptionSpec>>,
  known: Readonly<Record<string, OptionSpec>>,
  command: CommandSpec | undefined,
): Stop {
  const elsewhere = Object.hasOwn(known, token.name) && command !== undefined;
  const text: Text = elsewhere
    ? {
        es: `«${command.name}» no tiene la opción ${token.rawName}.`,
        en: `"${command.name}" has no option ${token.rawName}.`,
      }
    : { es: `No existe la opción ${token.rawName}.`, en: `There is no option ${token.rawName}.` };
  const near = nearest(token.name, Object.keys(accepted));
  return near === undefined ? misuse(text, command?.name) : suggest(text, `--${near}`);
}

function unknownCommand(words: readonly string[], commands: readonly CommandSpec[]): Stop {
  const names = commands.map((command) => command.name);
  const group = names.filter((name) => name.startsWith(`${words[0]} `));
  const given = words.slice(0, group.length > 0 ? 2 : 1).join(' ');
  const text: Text = { es: `No existe la orden «${given}».`, en: `There is no command "${given}".` };
  if (words.length === 1 && group.length > 0) return suggest(text, group.join(', '));
  const near = nearest(words.slice(0, 2).join(' '), names) ?? nearest(words[0] ?? '', names);
  return near === undefined ? misuse(text) : suggest(text, near);
}

function suggest(text: Text, what: string): Stop {
  return new Stop('usage', text, { es: `¿Quiso decir: ${what}?`, en: `Did you mean: ${what}?` });
}

/** The only name within two slips of the finger, or the nearest. */
function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, slips: distance(word, name) }))
    .filter(({ name, slips }) => slips <= Math.min(2, Math.floor(name.length / 2)))
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.name;
}

/** Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
