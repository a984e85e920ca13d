import { decodeBundle, entriesPath, newTiles, TILE_WIDTH, tilePath } from '@cabildo/book';
import { tarEnd, tarFile } from '@cabildo/book/node';
import { finishedArchives } from '../ballot/board.ts';
import { isResultInBook } from '../ballot/in-book.ts';
import type { BookView, Node } from '../node.ts';
import { type Besides, noteBesides } from './besides.ts';
import { bookFile } from './book-files.ts';

/**
 * All that is public of a body as one tar, in pieces: key, tiles, disclosures, attachments, evidence of forks, archives of secret
 * votes, the proof of its head, and the checkpoint last. The same head, with the same disclosed and the same log of heads, gives the same bytes.
 */
export async function* bookArchive(node: Node, book: BookView): AsyncGenerator<Uint8Array> {
  const besides: Besides = { disclosing: [], attachments: new Set() };
  for await (const { path, bytes } of filesOf(node, book, besides)) yield* tarFile(path, bytes);
  yield tarEnd;
}

interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function* filesOf(node: Node, book: BookView, besides: Besides): AsyncGenerator<File> {
  const found = async (path: string): Promise<File | null> => {
    const file = await bookFile(node, book, path);
    return file === null ? null : { path, bytes: file.bytes };
  };
  const needed = async (path: string): Promise<File> => {
    const file = await found(path);
    // Whoever reads sees the archive end too early, and no end of it: that is what a broken book must look like.
    if (file === null) throw new Error(`${book.origin} has no ${path}`);
    return file;
  };
  yield needed('key.txt');
  for (const tile of newTiles(0, book.head.size)) {
    yield needed(tilePath(tile));
    if (tile.level > 0) continue;
    const bundle = await needed(entriesPath(tile.index, tile.width));
    const { entries } = decodeBundle(bundle.bytes, tile.width);
    for (const [i, entry] of entries.entries()) noteBesides(besides, entry, tile.index * TILE_WIDTH + i);
    yield bundle;
  }
  const others = [
    ...besides.disclosing.map((index) => `disclosures/${index}.json`),
    ...[...besides.attachments].sort().map((name) => `attachments/${name}`),
  ];
  for (const path of others) {
    const file = await found(path);
    // Withdrawn, or not for everybody.
    if (file !== null) yield file;
  }
  for (let number = 0; ; number++) {
    const fork = await found(`forks/${number}.json`);
    if (fork === null) break;
    yield fork;
  }
  const inBook = (election: string): boolean => isResultInBook(book.state, election);
  for await (const { name, bytes } of finishedArchives(node.store, book.origin, inBook))
    yield { path: `ballots/${name}`, bytes };
  const proof = await found('heads.tlog-proof');
  if (proof !== null) yield proof;
  yield needed('checkpoint');
}
