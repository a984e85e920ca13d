/** A book that came as one tar, unpacked into a folder of its own: all of it, or nothing. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTilePath } from '@cabildo/book';
import { readTar, TarProblem, writeBookFile } from '@cabildo/book/node';
import type { Text } from '../language.ts';
import { Stop } from '../stop.ts';

/** Longer than any file of a book: a bundle is 256 leaves of 8 kB, attachments are held to less by the node. */
const LONGEST_FILE = 64 * 1024 * 1024;

/** `work` on the unpacked folder, which is gone afterwards. */
export async function withUnpacked<T>(archive: string, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'cabildo-archive-'));
  try {
    await unpack(archive, directory);
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function unpack(archive: string, directory: string): Promise<void> {
  const file = await open(archive);
  try {
    const seen = new Set<string>();
    for await (const entry of readTar(file, LONGEST_FILE)) {
      // Other people's tar puts a point before the names of a folder's files.
      const path = entry.path.replace(/^\.\//, '');
      // Only names that a book has: no way leads out of the folder, and nothing lies there that nobody asked for.
      if (!isOfBook(path)) throw notABook(archive, 'stray', entry.path);
      if (seen.has(path)) throw notABook(archive, 'twice', path);
      seen.add(path);
      await writeBookFile(directory, path, await entry.read());
    }
  } catch (error) {
    throw error instanceof TarProblem ? notABook(archive, error.fault, error.path) : error;
  } finally {
    await file.close();
  }
}

/** Throws where an archive does not come to its end, or holds what no book holds. */
export async function checkArchive(archive: string): Promise<void> {
  const file = await open(archive);
  try {
    for await (const { path } of readTar(file, LONGEST_FILE))
      if (!isOfBook(path)) throw notABook(archive, 'stray', path);
  } catch (error) {
    throw error instanceof TarProblem ? notABook(archive, error.fault, error.path) : error;
  } finally {
    await file.close();
  }
}

const BESIDE =
  /^(key\.txt|checkpoint|heads\.tlog-proof|(disclosures|forks)\/(0|[1-9]\d{0,14})\.json|attachments\/[0-9a-f]{64})$/;

const isOfBook = (path: string): boolean => BESIDE.test(path) || parseTilePath(path) !== undefined;

const faults: Readonly<Record<TarProblem['fault'] | 'stray' | 'twice', (path: string) => Text>> = {
  'not-a-tar': () => ({ es: 'no es un archivo tar', en: 'it is no tar archive' }),
  truncated: (path) => ({ es: `está cortado${at(path)}`, en: `it was cut off${at(path)}` }),
  'not-a-file': (path) => ({ es: `${path} es un enlace o un dispositivo`, en: `${path} is a link or a device` }),
  'too-large': (path) => ({ es: `${path} es demasiado grande`, en: `${path} is too large` }),
  stray: (path) => ({ es: `${path} no es parte de ningún libro`, en: `${path} is no part of a book` }),
  twice: (path) => ({ es: `${path} está dos veces`, en: `${path} is there twice` }),
};

const at = (path: string): string => (path === '' ? '' : ` (${path})`);

/** What an archive calls its files is somebody else's text: no line's end of it reaches the terminal. */
function notABook(archive: string, fault: keyof typeof faults, path: string): Stop {
  const why = faults[fault](JSON.stringify(path.slice(0, 120)).slice(1, -1));
  return new Stop(
    'not-an-archive',
    { es: `${archive} no es el libro de un organismo: ${why.es}.`, en: `${archive} is not a body's book: ${why.en}.` },
    {
      es: 'No se tomó nada de él. Lo escribe: cabildo export body.',
      en: 'Nothing was taken from it. What writes one: cabildo export body.',
    },
  );
}
