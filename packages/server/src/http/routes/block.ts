import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { caching, sendContent } from '../caching.ts';
import { HttpProblem } from '../problem.ts';
import { type About, bytes } from '../route.ts';
import { sendAsset } from './assets.ts';
import { builtFile, noWorker } from './phone.ts';

const page: About = {
  operation: 'blockPage',
  summary: 'The page of a road block: safe-conducts judged without a network (docs/passes.md)',
  tag: 'pages',
  answers: {
    200: { says: 'The page', content: { 'text/html': { type: 'string' } } },
    404: { says: 'The client is not built' },
  },
};

const worker: About = {
  operation: 'blockWorker',
  summary: 'Keeps the files of that page on the phone; where there is none, one that ends itself',
  tag: 'pages',
  answers: { 200: { says: 'The worker', content: { 'text/javascript': { type: 'string' } } } },
};

const asset: About = {
  operation: 'readBlockAsset',
  summary: 'Scripts and styles of the page of a road block',
  tag: 'pages',
  answers: { 200: { says: 'The file', content: bytes('application/octet-stream') }, 404: { says: 'No such file' } },
};

/** Built apart from the phone's client: a road block needs nothing of it, and weighs a fifth. */
export function registerBlock(app: FastifyInstance, web: string | undefined): void {
  const folder = web === undefined ? undefined : join(web, 'pass');
  app.get('/pass', { config: { about: page } }, async (request, reply) => {
    const built = folder === undefined ? null : await readFile(join(folder, 'index.html')).catch(() => null);
    if (built === null) throw new HttpProblem('no-such-page');
    return sendContent(request, reply, { type: 'text/html; charset=utf-8', cache: caching.ask, bytes: built });
  });
  app.get('/pass-worker.js', { config: { about: worker } }, async (request, reply) =>
    sendContent(request, reply, {
      type: 'text/javascript; charset=utf-8',
      cache: caching.ask,
      bytes: (await builtFile(folder, 'pass-worker.js')) ?? noWorker('cabildo-pass'),
    }),
  );
  app.get<{ Params: { name: string } }>('/pass/assets/:name', { config: { about: asset } }, (request, reply) =>
    sendAsset(request, reply, {
      folder: folder === undefined ? undefined : join(folder, 'assets'),
      name: request.params.name,
    }),
  );
}
