/** An exported book as a folder: is it one, and how large does it say it is. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckpoint } from '@cabildo/book';
import { Stop } from './stop.ts';

export interface BookFolder {
  readonly directory: string;
  /** As the checkpoint says; nothing is verified yet. Undefined if it cannot be read as one. */
  readonly claimed: { readonly origin: string; readonly size: number } | undefined;
}

export async function openBookFolder(directory: string): Promise<BookFolder> {
  const found = await stat(directory);
  if (!found.isDirectory()) {
    throw new Stop(
      'not-a-book',
      {
        es: `${directory} es un archivo, no la carpeta de un libro.`,
        en: `${directory} is a file, not a book's folder.`,
      },
      whatABookIs,
    );
  }
  const note = await readFile(join(directory, 'checkpoint'), 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? await noCheckpoint(directory) : error;
  });
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const checkpoint = parseCheckpoint(text);
  return { directory, claimed: checkpoint && { origin: checkpoint.origin, size: checkpoint.size } };
}

const whatABookIs = {
  es: 'Un libro exportado es una carpeta con «checkpoint», «key.txt» y «tile/»: la escribe `cabildo book export`.',
  en: 'An exported book is a folder with "checkpoint", "key.txt" and "tile/": `cabildo book export` writes it.',
};

async function noCheckpoint(directory: string): Promise<Stop> {
  const names = await readdir(directory);
  if (names.includes('tile')) {
    return new Stop(
      'half-written',
      {
        es: `${directory} es una exportación a medias: falta «checkpoint», que se escribe al final.`,
        en: `${directory} is a half-written export: "checkpoint" is missing, which is written last.`,
      },
      { es: 'Repita la exportación; lo que ya está se completa.', en: 'Export again; what is there is completed.' },
    );
  }
  const inside = await booksIn(directory, names);
  const hint =
    inside.length === 0
      ? whatABookIs
      : { es: `Hay libros en: ${inside.join(', ')}`, en: `There are books in: ${inside.join(', ')}` };
  return new Stop(
    'not-a-book',
    { es: `${directory} no es la carpeta de un libro.`, en: `${directory} is not a book's folder.` },
    hint,
  );
}

const MANY = 8;

async function booksIn(directory: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names.slice(0, 1_000)) {
    const isBook = await stat(join(directory, name, 'checkpoint')).then(
      (file) => file.isFile(),
      () => false,
    );
    if (isBook) found.push(join(directory, name));
    if (found.length === MANY) break;
  }
  return found;
}
