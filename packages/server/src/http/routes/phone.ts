import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { caching, sendContent } from '../caching.ts';

const build = '<code>npm run build -w packages/web</code>';
const notBuilt = `<!doctype html><html lang="es"><meta charset="utf-8"><title>Cabildo</title><p>Esta página todavía no está construida; quien opera el nodo la construye con ${build}.</p><p lang="en">This page is not built yet; the operator of the node builds it with ${build}.</p></html>`;

/** The page on which people check in and vote; a card comes in the fragment, which no server sees. */
export function registerPhone(app: FastifyInstance, web: string | undefined): void {
  app.get(
    '/phone',
    {
      config: {
        about: {
          operation: 'phonePage',
          summary: 'Check in and vote on a phone',
          tag: 'pages',
          answers: {
            200: { says: 'The page', content: { 'text/html': { type: 'string' } } },
            503: { says: 'The client is not built' },
          },
        },
      },
    },
    async (request, reply) => {
      const page = web === undefined ? null : await readFile(join(web, 'index.html'), 'utf8').catch(() => null);
      if (page === null) reply.code(503);
      return sendContent(request, reply, {
        type: 'text/html; charset=utf-8',
        cache: page === null ? caching.never : caching.ask,
        bytes: page ?? notBuilt,
      });
    },
  );
}
