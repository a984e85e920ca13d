import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import {
  type CountResult,
  count,
  readElection,
  resultDocument,
  resultLines,
  resultPage,
  stageTable,
} from '@cabildo/count';
import type { ExitCode, Invocation } from '../command.ts';
import { misuse, Stop } from '../stop.ts';

/** Counts what is in a file. Exit 0 when all is decided, 1 when a lot has to be drawn, 2 when nothing could be counted. */
export async function countFile({ positionals, values, lists, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const { method = '' } = values;
  const options = optionsIn(lists.option ?? []);
  const reading = readElection(extname(file).slice(1), piecesOf(file));
  if (!reading.ok) {
    const { line, column, text } = reading.problem;
    const place = `${file}:${line}:${column}`;
    throw new Stop('bad-file', { es: `${place} ${text.es}`, en: `${place} ${text.en}` });
  }
  const seats = seatsIn(values.seats);
  const outcome = count(reading.election, {
    method,
    options,
    ...(seats !== undefined && { seats }),
    lots: lists.lot ?? [],
  });
  if (!outcome.ok) throw new Stop(outcome.refusal.code, outcome.refusal.text);
  const { result } = outcome;
  if (values.html !== undefined) writeFileSync(values.html, resultPage(reading.election, result, language));
  if (values.csv !== undefined) writeFileSync(values.csv, stageTable(reading.election, result, language));
  terminal.answer(resultDocument(result, language), resultLines(reading.election, result, language));
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

const PIECE = 1 << 20;

/** A file piece by piece: ten million ballots need not be in memory at once. */
function* piecesOf(file: string): Generator<Uint8Array> {
  if (statSync(file).isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR', path: file });
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE);
      const length = readSync(handle, piece, 0, PIECE, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}
