import { encodeDisclosureFile, formatTlogProof, parseTilePath, TILE_WIDTH, type TilePlace } from '@cabildo/book';
import type { FastifyInstance } from 'fastify';
import { forks } from '../../app/exchange/forks.ts';
import { headProof, headsCheckpoint } from '../../app/exchange/heads.ts';
import type { BookView, Node } from '../../app/node.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { bytes, plainText } from '../route.ts';
import { bookAt } from '../who-asks.ts';

/** A file of a book, as `verifyBook` reads them from a directory. */
interface BookFile {
  readonly type: string;
  readonly cache: string;
  readonly bytes: Uint8Array | string;
}

export function registerBooks(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; '*': string } }>(
    '/books/:body/*',
    {
      config: {
        about: {
          operation: 'readBookFile',
          summary:
            'The book as static files (C2SP tlog-tiles): checkpoint, key.txt, tile/…, disclosures/{index}.json, attachments/{hex}, proof/{index}.tlog-proof, heads.tlog-proof, forks/{number}.json; `heads` is the node’s log of heads',
          tag: 'books',
          answers: {
            200: {
              says: 'The file',
              content: { ...plainText, ...bytes('application/octet-stream'), ...bytes('application/json') },
            },
            304: { says: 'Not changed' },
            404: { says: 'No such file' },
          },
        },
      },
    },
    async (request, reply) => {
      // The files are those of this very book, also where its body goes on in another.
      const { body } = request.params;
      const book = await bookAt(node, body.includes('/') ? body : `${node.name}/${body}`);
      const file = await fileOf(node, book, request.params['*']);
      if (file === null) throw new HttpProblem('no-such-page');
      // Anybody's page may verify a book; and nothing in a book is a page of this node's own.
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
      reply.header('content-security-policy', "default-src 'none'; sandbox");
      return sendContent(request, reply, file);
    },
  );
}

async function fileOf(node: Node, book: BookView, path: string): Promise<BookFile | null> {
  if (path === 'checkpoint') return text(await checkpointOf(node, book), caching.ask);
  if (path === 'key.txt') return text(`${book.vkey}\n`, caching.ask);
  if (path === 'heads.tlog-proof') return headsProofFile(node, book);
  const tile = parseTilePath(path);
  if (tile !== undefined) return tileFile(node, book, tile);
  const disclosure = /^disclosures\/(\d+)\.json$/.exec(path)?.[1];
  if (disclosure !== undefined) return disclosureFile(node, book, decimal(disclosure));
  const proof = /^proof\/(\d+)\.tlog-proof$/.exec(path)?.[1];
  if (proof !== undefined) return proofFile(node, book, decimal(proof));
  const fork = /^forks\/(\d+)\.json$/.exec(path)?.[1];
  if (fork !== undefined) return forkFile(node, book, decimal(fork));
  const attachment = /^attachments\/([0-9a-f]{64})$/.exec(path)?.[1];
  return attachment === undefined ? null : attachmentFile(node, book, attachment);
}

const text = (content: string | null, cache: string): BookFile | null =>
  content === null ? null : { type: 'text/plain; charset=utf-8', cache, bytes: content };

/** Witnesses cosign the log of heads, after its own signature. */
const checkpointOf = async (node: Node, book: BookView): Promise<string | null> =>
  book.kind === 'heads' && !book.remote ? headsCheckpoint(node) : book.head.checkpoint;

/** That this book's head is in its node's log of heads. */
async function headsProofFile(node: Node, book: BookView): Promise<BookFile | null> {
  const { size, root } = book.head;
  const proof = book.kind === 'heads' ? null : await headProof(node, book.origin, { head: { size, root } });
  if (proof === null) return null;
  const { index, hashes, heads: checkpoint } = proof;
  return text(formatTlogProof({ index, hashes, checkpoint }), caching.ask);
}

async function forkFile(node: Node, book: BookView, number: number | undefined): Promise<BookFile | null> {
  const evidence = (await forks(node, book.origin)).find((fork) => fork.number === number)?.evidence ?? null;
  return evidence === null ? null : { type: 'application/json', cache: caching.ask, bytes: evidence };
}

async function tileFile(node: Node, book: BookView, tile: TilePlace): Promise<BookFile | null> {
  const { index, width } = tile;
  const content =
    tile.kind === 'entries'
      ? await node.bundle(book.origin, index, width)
      : await node.tile(book.origin, tile.level, index, width);
  if (content === null) return null;
  const cache = width === TILE_WIDTH ? caching.forever : caching.hour;
  return { type: 'application/octet-stream', cache, bytes: content };
}

/** Asked about each time: what was disclosed can be withdrawn. */
async function disclosureFile(node: Node, book: BookView, index: number | undefined): Promise<BookFile | null> {
  const file = index === undefined ? null : await node.disclosures(book.origin, index, 'public');
  if (file === null || Object.keys(file.slots).length === 0) return null;
  return { type: 'application/json', cache: caching.ask, bytes: encodeDisclosureFile(file) };
}

async function proofFile(node: Node, book: BookView, index: number | undefined): Promise<BookFile | null> {
  const found = index === undefined ? null : await node.inclusion(book.origin, index);
  if (found === null || found.checkpoint === null) return null;
  const { proof: hashes, checkpoint } = found;
  return text(formatTlogProof({ index: found.index, hashes, checkpoint }), caching.ask);
}

async function attachmentFile(node: Node, book: BookView, sha256: string): Promise<BookFile | null> {
  const found = await node.attachment(book.origin, sha256);
  if (found === null) return null;
  const type = mediaType.test(found.mediaType) ? found.mediaType : 'application/octet-stream';
  return { type, cache: caching.forever, bytes: found.content };
}

/** A mirrored book's attachment names its own type, and that becomes a header. */
const mediaType = /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60}(; ?charset=[a-zA-Z0-9-]{1,20})?$/;
