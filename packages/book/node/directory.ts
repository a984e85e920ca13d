/** Exported books as directories. */
import { mkdir, opendir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import {
  appendLeaf,
  type BookReader,
  type CompactRange,
  type Crypto,
  EMPTY_RANGE,
  encodeBundle,
  entriesPath,
  type Hash,
  leafHash,
  subtreeInTile,
  TILE_WIDTH,
  tilePath,
} from '../src/index.ts';

/** Reads an exported book. Paths that would lead out of `directory` are not found. */
export function openDirectory(directory: string): BookReader {
  return {
    async read(path) {
      if (path.startsWith('/') || path.split('/').includes('..')) return undefined;
      try {
        return await readFile(join(directory, path));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    async *list() {
      for await (const entry of await opendir(directory, { recursive: true })) {
        // A symbolic link is listed too: it is no part of a book, and a verifier should say so.
        if (entry.isDirectory()) continue;
        yield relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/');
      }
    },
  };
}

function isNotFound(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

/** Writes one file of a book, whole or not at all. */
export async function writeBookFile(directory: string, path: string, bytes: Uint8Array | string): Promise<void> {
  const target = join(directory, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.part`, bytes);
  await rename(`${target}.part`, target);
}

/**
 * Writes entry bundles and hash tiles of a whole book, holding one bundle at a time. Returns the range of what was
 * written, whose size and root the caller compares with the checkpoint before writing that too.
 */
export async function writeTiles(
  directory: string,
  entries: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  crypto: Crypto,
): Promise<CompactRange> {
  let range = EMPTY_RANGE;
  let bundle: Uint8Array[] = [];
  const rows: Hash[][] = [];
  const tileIndices: number[] = [];
  const writeTile = async (level: number) => {
    const row = rows[level] as Hash[];
    const tile = Buffer.concat(row);
    await writeBookFile(directory, tilePath({ level, index: tileIndices[level] ?? 0, width: row.length }), tile);
    return tile;
  };
  const push = async (level: number, hash: Hash): Promise<void> => {
    rows[level] ??= [];
    rows[level].push(hash);
    if (rows[level].length < TILE_WIDTH) return;
    const tile = await writeTile(level);
    rows[level] = [];
    tileIndices[level] = (tileIndices[level] ?? 0) + 1;
    await push(level + 1, subtreeInTile(tile, 0, TILE_WIDTH, crypto));
  };
  const flushBundle = async () => {
    const index = Math.floor((range.size - 1) / TILE_WIDTH);
    await writeBookFile(directory, entriesPath(index, bundle.length), encodeBundle(bundle));
    bundle = [];
  };
  for await (const entry of entries) {
    const hash = leafHash(entry, crypto);
    range = appendLeaf(range, hash, crypto);
    bundle.push(entry);
    if (bundle.length === TILE_WIDTH) await flushBundle();
    await push(0, hash);
  }
  if (bundle.length > 0) await flushBundle();
  for (let level = 0; level < rows.length; level++) if ((rows[level] as Hash[]).length > 0) await writeTile(level);
  return range;
}
