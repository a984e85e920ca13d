import { readFileSync } from 'node:fs';
import type { ExitCode } from './command.ts';
import { checkLine, type ParsedLine, parseLine } from './command-line.ts';
import { commands } from './command-table.ts';
import { stopFor } from './failure.ts';
import { helpOn, overview } from './help.ts';
import { type Language, languageFrom } from './language.ts';
import { misuse, Stop } from './stop.ts';
import { openTerminal, type Streams, type Terminal } from './terminal.ts';

/** What a command line finds around it. */
interface Surroundings extends Streams {
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Finds the command, runs it, and turns whatever goes wrong into a sentence and an exit code. */
export async function runLine(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  // A mistyped line must still be answered in the right language and form.
  const early = terminalFor(around, lastValue(args, '--lang'), args.includes('--json'), args.includes('--debug'));
  let terminal = early;
  try {
    const line = parseLine(args, commands);
    const { values, switches } = line;
    if (values.lang !== undefined && !['es', 'en'].includes(values.lang)) {
      throw misuse({ es: '--lang es o --lang en.', en: '--lang es or --lang en.' });
    }
    terminal = terminalFor(around, values.lang, switches.has('json'), switches.has('debug'));
    return await run(line, terminal, around.env);
  } catch (error) {
    terminal.fail(error instanceof Stop ? error : stopFor(error));
    return 2;
  }
}

async function run(line: ParsedLine, terminal: Terminal, env: Surroundings['env']): Promise<ExitCode> {
  const { command, positionals, values, lists, switches } = line;
  const language: Language = languageFrom(values.lang, env);
  if (switches.has('version')) {
    terminal.answer({ name: 'cabildo', version: version() }, [`cabildo ${version()}`]);
    return 0;
  }
  if (switches.has('help') || command === undefined) {
    const lines = command === undefined ? overview(commands, language) : helpOn(command, language);
    // Without a command there is nothing to do: that is misuse, and the help says what can be done.
    if (!switches.has('help')) throw misuse({ es: 'Falta la orden.', en: 'No command was given.' });
    terminal.answer({ command: command?.name ?? null, help: lines.join('\n') }, lines);
    return 0;
  }
  checkLine(line);
  const start = await command.load();
  return start({ command, positionals, values, lists, switches, env, language, terminal });
}

function terminalFor({ out, err, env }: Surroundings, lang: string | undefined, json: boolean, debug: boolean) {
  return openTerminal({ out, err }, { language: languageFrom(lang, env), json, debug });
}

function lastValue(args: readonly string[], option: string): string | undefined {
  const at = args.lastIndexOf(option);
  if (at >= 0) return args[at + 1];
  return args.findLast((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1);
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
