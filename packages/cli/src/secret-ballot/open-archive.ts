/** Opening and verifying an archive for the commands that need one. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type ArchiveReport, NoArchive, verifyArchive } from '@cabildo/ballot';
import { nodeMachine, nodeRandom, openArchiveFile, startBallotWorkers } from '@cabildo/ballot/node';
import type { Invocation } from '../command.ts';
import { misuse, Stop } from '../stop.ts';

export type OpenArchive = ReturnType<typeof openArchiveFile>;

/** Below this (some fifty ballots) starting threads costs more than they save. */
const LARGE_ARCHIVE = 1_000_000;
const MOST_WORKERS = 64;
const KILOBYTE = 1_000;

export function openArchive(file: string): OpenArchive {
  if (statSync(file).isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR', path: file });
  return openArchiveFile(file);
}

/** A file that is no archive at all is unreadable, not invalid. */
export function unreadable(file: string, error: unknown): unknown {
  if (!(error instanceof NoArchive)) return error;
  return new Stop('no-archive', {
    es: `${file} no es un archivo de Belenios: no empieza con la entrada BELENIOS.`,
    en: `${file} is no archive of Belenios: it does not begin with the entry BELENIOS.`,
  });
}

/** Verifies with progress, in as many threads as the size is worth. */
export async function verifyFile(file: string, source: OpenArchive, invocation: Invocation): Promise<ArchiveReport> {
  const { values, terminal, command } = invocation;
  const workers = workerCount(values.workers, source.size, command.name);
  const progress = terminal.progress({ es: 'kB verificados', en: 'kB verified' });
  try {
    return await verifyArchive(source, nodeMachine, {
      random: nodeRandom,
      ...(workers > 1 && { startChecker: startBallotWorkers(workers) }),
      onProgress: (bytes, of) => progress.at(Math.floor(bytes / KILOBYTE), Math.ceil(of / KILOBYTE)),
    });
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    progress.end();
  }
}

/** One means: in this thread. */
function workerCount(given: string | undefined, size: number, command: string): number {
  if (given === undefined) return size >= LARGE_ARCHIVE ? Math.min(availableParallelism(), MOST_WORKERS) : 1;
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_WORKERS) return count;
  throw misuse(
    {
      es: `--workers ${given}: un número de 1 a ${MOST_WORKERS}.`,
      en: `--workers ${given}: a number from 1 to ${MOST_WORKERS}.`,
    },
    command,
  );
}
