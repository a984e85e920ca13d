import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const notBuilt = '<!doctype html><meta charset="utf-8"><title>Cabildo</title><p>npm run build -w packages/web</p>';

/** The page on which people check in and vote; its card comes in the fragment, which no server sees. */
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
    async (_request, reply) => {
      const page = web === undefined ? null : await readFile(join(web, 'index.html'), 'utf8').catch(() => null);
      return reply
        .code(page === null ? 503 : 200)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(page ?? notBuilt);
    },
  );
}
