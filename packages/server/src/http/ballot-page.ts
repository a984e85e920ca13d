import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface PageFiles {
  /** Below `/ballot/`, each with its SHA-256 in hexadecimal. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  /** SHA-256 of these as `sha256sum` writes them, a line each: what the book has. */
  readonly hash: string;
}

const packed = /\.(br|gz)$/;

/** What voters, trustees and tellers are given to run; none where the client is not built. */
export async function ballotPageFiles(web: string | undefined): Promise<PageFiles> {
  const folder = join(web ?? '', 'ballot');
  const entries =
    web === undefined ? [] : await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && !packed.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
  const files = await Promise.all(
    paths.map(async (path) => ({ path, sha256: hash('sha256', await readFile(join(folder, path)), 'hex') })),
  );
  const lines = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
  return { files, hash: hash('sha256', lines, 'base64') };
}
