import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { readElection } from '@cabildo/count';
import { Stop } from './stop.ts';

type Election = Extract<ReturnType<typeof readElection>, { ok: true }>['election'];

/** The election in a file, or a sentence with the line and the column at which it cannot be read. */
export function readBallots(file: string): Election {
  const reading = readElection(extname(file).slice(1), piecesOf(file));
  if (reading.ok) return reading.election;
  const { line, column, text } = reading.problem;
  const place = `${file}:${line}:${column}`;
  throw new Stop('bad-file', { es: `${place} ${text.es}`, en: `${place} ${text.en}` });
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
