/** The input of a command of the command table: where it is read, and whether it has the form that the table says. */
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { allCommands, type CommandEntry, commandEntry, expectedAt, inputMisfit } from '@cabildo/core';
import { misuse, Stop } from '../stop.ts';

/** The row of that name, however its letters are written. */
export function commandNamed(given: string): CommandEntry {
  const entry =
    commandEntry(given) ??
    allCommands.find(({ name }) => name.toLowerCase() === given.toLowerCase().replaceAll('-', ''));
  if (entry !== undefined) return entry;
  throw misuse({ es: `No existe la orden «${given}».`, en: `There is no command "${given}".` }, 'commands');
}

/** `--input`: JSON itself, a file that holds it, or `-` for standard input; nothing is an input without members. */
export async function readInput(given: string | undefined): Promise<unknown> {
  if (given === undefined) return {};
  const [place, text] = given.trimStart().startsWith('{')
    ? ['--input', given]
    : given === '-'
      ? ['stdin', await readAll(process.stdin)]
      : [given, await readFile(given, 'utf8')];
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message;
    throw new Stop(
      'not-json',
      { es: `${place} no es JSON (${why}).`, en: `${place} is not JSON (${why}).` },
      undefined,
      error,
    );
  }
}

/** Throws where the input has not the form that the command table says, naming the place. */
export function checkInput(entry: CommandEntry, input: unknown): void {
  const place = inputMisfit(entry, input);
  if (place === null) return;
  const at = place === '' ? '/' : place;
  const hint = expectedAt(entry.input, input, place);
  throw new Stop(
    'invalid-input',
    isThere(input, place)
      ? { es: `${entry.name}: en ${at} hay algo que no cabe.`, en: `${entry.name}: what stands at ${at} does not fit.` }
      : { es: `${entry.name}: falta ${at}.`, en: `${entry.name}: ${at} is missing.` },
    { es: `Se espera: ${hint}`, en: `Expected: ${hint}` },
  );
}

function isThere(input: unknown, place: string): boolean {
  let value: unknown = input;
  for (const name of place.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return true;
}
