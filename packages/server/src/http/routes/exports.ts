import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { bookArchive } from '../../app/exchange/archive.ts';
import { popoloOf } from '../../app/popolo/popolo.ts';
import { bodyCalendar } from '../../pages/calendar.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { visitBy } from '../page-reply.ts';
import { HttpProblem } from '../problem.ts';
import { bytes } from '../route.ts';
import { bodyAt } from '../who-asks.ts';
import { registerLists } from './lists.ts';

/** A body in the forms that other people's programs read. */
export function registerExports(app: FastifyInstance, context: HttpContext): void {
  registerPopolo(app, context);
  registerCalendar(app, context);
  registerArchive(app, context);
  registerLists(app, context);
}

function registerPopolo(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/popolo.json',
    {
      config: {
        about: {
          operation: 'readPopolo',
          summary:
            'The body as Popolo: organizations, posts, office holders and delegates by identifier, sittings, motions, votes; no names',
          tag: 'bodies',
          answers: {
            200: { says: 'Popolo', content: bytes('application/json') },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const content = JSON.stringify(await popoloOf(node, book));
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes: content });
    },
  );
}

function registerCalendar(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/calendar.ics',
    {
      config: {
        about: {
          operation: 'readCalendar',
          summary:
            'Sittings, deadlines of consultations and of tasks as iCalendar (RFC 5545); `lang=es` or `lang=en` in the query',
          tag: 'bodies',
          answers: {
            200: { says: 'iCalendar', content: { 'text/calendar': { type: 'string' } } },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const visit = visitBy(request, node, await node.booksByOrigin());
      reply.header('content-language', visit.language).header('vary', 'accept-language');
      reply.header('content-disposition', 'inline; filename="calendar.ics"');
      const type = 'text/calendar; charset=utf-8';
      return sendContent(request, reply, { type, cache: caching.ask, bytes: bodyCalendar(visit, book) });
    },
  );
}

function registerArchive(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/archive.tar',
    {
      config: {
        about: {
          operation: 'readArchive',
          summary: 'All that is public of the body’s book as one tar, for `cabildo book import` or any verifier',
          tag: 'books',
          answers: {
            200: { says: 'The archive', content: bytes('application/x-tar') },
            404: { says: 'Unknown body, or nothing is written in its book yet' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      if (book.size === 0) throw new HttpProblem('unknown-body');
      const name = book.name.replace(/[^a-z0-9-]+/g, '-');
      reply.header('cache-control', caching.ask);
      reply.header('content-disposition', `attachment; filename="${name}.tar"`);
      return reply.type('application/x-tar').send(Readable.from(bookArchive(node, book), { objectMode: false }));
    },
  );
}
