import {
  type BookReader,
  encodeDisclosureFile,
  formatTlogProof,
  parseDecimal,
  parseTilePath,
  TILE_WIDTH,
  type TilePlace,
  utf8Encode,
} from '@cabildo/book';
import type { BookView, Node } from '../node.ts';
import { forks } from './forks.ts';
import { headProof, headsCheckpoint } from './heads.ts';

/** A file of a book, as `verifyBook` reads them from a directory. */
export interface BookFile {
  readonly type: string;
  /** How long it is what its path names: for ever, until the book grows, or until somebody withdraws or adds something. */
  readonly lasts: 'forever' | 'a-while' | 'unknown';
  readonly bytes: Uint8Array;
}

/** What is public of a book, as static files: the same over HTTP, in an export and on a stick. */
export async function bookFile(node: Node, book: BookView, path: string): Promise<BookFile | null> {
  if (path === 'checkpoint') return text(await checkpointOf(node, book));
  if (path === 'key.txt') return text(`${book.vkey}\n`);
  if (path === 'heads.tlog-proof') return headsProofFile(node, book);
  const tile = parseTilePath(path);
  if (tile !== undefined) return tileFile(node, book, tile);
  const disclosure = /^disclosures\/(\d+)\.json$/.exec(path)?.[1];
  if (disclosure !== undefined) return disclosureFile(node, book, parseDecimal(disclosure));
  const proof = /^proof\/(\d+)\.tlog-proof$/.exec(path)?.[1];
  if (proof !== undefined) return proofFile(node, book, parseDecimal(proof));
  const fork = /^forks\/(\d+)\.json$/.exec(path)?.[1];
  if (fork !== undefined) return forkFile(node, book, parseDecimal(fork));
  const attachment = /^attachments\/([0-9a-f]{64})$/.exec(path)?.[1];
  return attachment === undefined ? null : attachmentFile(node, book, attachment);
}

/** The files of a book held here, for whoever reads books from wherever they lie. */
export const bookReader = (node: Node, book: BookView): BookReader => ({
  read: async (path) => (await bookFile(node, book, path))?.bytes,
});

const text = (content: string | null): BookFile | null =>
  content === null ? null : { type: 'text/plain; charset=utf-8', lasts: 'unknown', bytes: utf8Encode(content) };

const json = (bytes: Uint8Array): BookFile => ({ type: 'application/json', lasts: 'unknown', bytes });

/** Witnesses cosign the log of heads, after its own signature. */
const checkpointOf = async (node: Node, book: BookView): Promise<string | null> =>
  book.kind === 'heads' && !book.remote ? headsCheckpoint(node) : book.head.checkpoint;

/** That this book's head is in its node's log of heads. */
async function headsProofFile(node: Node, book: BookView): Promise<BookFile | null> {
  const { size, root } = book.head;
  const proof = book.kind === 'heads' ? null : await headProof(node, book.origin, { head: { size, root } });
  if (proof === null) return null;
  const { index, hashes, heads: checkpoint } = proof;
  return text(formatTlogProof({ index, hashes, checkpoint }));
}

async function forkFile(node: Node, book: BookView, number: number | undefined): Promise<BookFile | null> {
  const evidence = (await forks(node, book.origin)).find((fork) => fork.number === number)?.evidence ?? null;
  return evidence === null ? null : json(utf8Encode(evidence));
}

async function tileFile(node: Node, book: BookView, tile: TilePlace): Promise<BookFile | null> {
  const { index, width } = tile;
  const content =
    tile.kind === 'entries'
      ? await node.bundle(book.origin, index, width)
      : await node.tile(book.origin, tile.level, index, width);
  if (content === null) return null;
  return { type: 'application/octet-stream', lasts: width === TILE_WIDTH ? 'forever' : 'a-while', bytes: content };
}

async function disclosureFile(node: Node, book: BookView, index: number | undefined): Promise<BookFile | null> {
  const file = index === undefined ? null : await node.disclosures(book.origin, index, 'public');
  return file === null || Object.keys(file.slots).length === 0 ? null : json(encodeDisclosureFile(file));
}

async function proofFile(node: Node, book: BookView, index: number | undefined): Promise<BookFile | null> {
  const found = index === undefined ? null : await node.inclusion(book.origin, index);
  if (found === null || found.checkpoint === null) return null;
  const { proof: hashes, checkpoint } = found;
  return text(formatTlogProof({ index: found.index, hashes, checkpoint }));
}

async function attachmentFile(node: Node, book: BookView, sha256: string): Promise<BookFile | null> {
  const found = await node.attachment(book.origin, sha256);
  return found === null ? null : { type: found.mediaType, lasts: 'forever', bytes: found.content };
}
