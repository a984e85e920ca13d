import { writeFileSync } from 'node:fs';
import { type CountResult, count, resultDocument, resultLines, resultPage, stageTable } from '@cabildo/count';
import { readBallots } from '../ballot-file.ts';
import type { ExitCode, Invocation } from '../command.ts';
import { readOriginal } from '../original-result.ts';
import { misuse, Stop } from '../stop.ts';

/** Counts what is in a file. Exit 0 when all is decided, 1 when a lot has to be drawn, 2 when nothing could be counted. */
export async function countFile({ positionals, values, lists, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const { method = '' } = values;
  const options = optionsIn(lists.option ?? []);
  const election = readBallots(file);
  const seats = seatsIn(values.seats);
  const outcome = count(election, {
    method,
    options,
    ...(seats !== undefined && { seats }),
    lots: lists.lot ?? [],
    ...(values.original !== undefined && { original: readOriginal(values.original) }),
  });
  if (!outcome.ok) throw new Stop(outcome.refusal.code, outcome.refusal.text);
  const { result } = outcome;
  if (values.html !== undefined) writeFileSync(values.html, resultPage(election, result, language));
  if (values.csv !== undefined) writeFileSync(values.csv, stageTable(election, result, language));
  terminal.answer(resultDocument(result, language), resultLines(election, result, language));
  return exitCode(result);
}

const exitCode = ({ lotsRequired }: CountResult): ExitCode => (lotsRequired === null ? 0 : 1);

function optionsIn(given: readonly string[]): Record<string, string> {
  const pairs = given.map((word): [string, string] => {
    const at = word.indexOf('=');
    if (at > 0) return [word.slice(0, at), word.slice(at + 1)];
    throw misuse({ es: `--option ${word}: falta «=».`, en: `--option ${word}: “=” is missing.` }, 'count');
  });
  return Object.fromEntries(pairs);
}

function seatsIn(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given);
  throw misuse({ es: `--seats ${given} no es un número.`, en: `--seats ${given} is no number.` }, 'count');
}
