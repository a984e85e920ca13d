// Exported books on disk, made by the book's own test fixtures.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportBook, sampleBook, type TestBook } from '../../book/test/fixtures.ts';
import { scratch } from './cabildo.ts';

export interface BookOnDisk {
  readonly book: TestBook;
  readonly directory: string;
  readonly vkey: string;
}

export async function bookOnDisk(size = 300): Promise<BookOnDisk> {
  const book = sampleBook(size);
  const directory = join(await scratch(), 'book');
  await writeFiles(directory, exportBook(book));
  return { book, directory, vkey: book.vkey };
}

export async function writeFiles(directory: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), bytes);
  }
}
