import type { FastifyInstance } from 'fastify';
import { bookFile } from '../../app/exchange/book-files.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { bytes, plainText } from '../route.ts';
import { bookAt } from '../who-asks.ts';

/** What was disclosed can be withdrawn, and a head grows: those are asked about each time. */
const kept = { forever: caching.forever, 'a-while': caching.hour, unknown: caching.ask } as const;

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
      const file = await bookFile(node, book, request.params['*']);
      if (file === null) throw new HttpProblem('no-such-page');
      // Anybody's page may verify a book; and nothing in a book is a page of this node's own.
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
      reply.header('content-security-policy', "default-src 'none'; sandbox");
      const type = mediaType.test(file.type) ? file.type : 'application/octet-stream';
      return sendContent(request, reply, { type, cache: kept[file.lasts], bytes: file.bytes });
    },
  );
}

/** A mirrored book's attachment names its own type, and that becomes a header. */
const mediaType = /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60}(; ?charset=[a-zA-Z0-9-]{1,20})?$/;
