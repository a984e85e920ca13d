import type { Election } from '../election.ts';
import { readAbif } from './abif.ts';
import { readBlt } from './blt.ts';
import { readCef } from './cef.ts';
import { readJson } from './json-election.ts';
import { readPabulib } from './pabulib.ts';
import { readPrefLib } from './preflib.ts';
import { FormatProblem, type Problem } from './problem.ts';
import { readRankTable } from './rank-table.ts';
import type { Chunks } from './source.ts';

export type Reading =
  | { readonly ok: true; readonly election: Election }
  | { readonly ok: false; readonly problem: Problem };

type Reader = (chunks: Chunks) => Election;

/** The formats, by what a file's name ends with. */
const readers: Readonly<Record<string, Reader>> = {
  blt: readBlt,
  abif: readAbif,
  soc: readPrefLib,
  soi: readPrefLib,
  toc: readPrefLib,
  toi: readPrefLib,
  cvotes: readCef,
  cef: readCef,
  pb: readPabulib,
  csv: readRankTable,
  json: readJson,
};

/** Reads an election in the format that the file's name ends with. */
export function readElection(extension: string, chunks: Chunks): Reading {
  const name = extension.toLowerCase();
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader === undefined) {
    const list = Object.keys(readers)
      .map((known) => `.${known}`)
      .join(', ');
    const text = {
      es: `No se sabe qué formato es «.${extension}». Se leen: ${list}.`,
      en: `The format “.${extension}” is not known. These are read: ${list}.`,
    };
    return { ok: false, problem: { line: 1, column: 1, text } };
  }
  try {
    return { ok: true, election: reader(chunks) };
  } catch (error) {
    if (error instanceof FormatProblem) return { ok: false, problem: error.problem };
    throw error;
  }
}
