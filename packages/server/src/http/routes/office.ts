import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caching, sendContent } from '../caching.ts';
import { HttpProblem } from '../problem.ts';
import { type About, bytes } from '../route.ts';
import { sendAsset } from './assets.ts';
import { builtFile, noWorker } from './phone.ts';

const page: About = {
  operation: 'officePage',
  summary: 'The client for what is done at a table: founding, statute, accreditation',
  tag: 'pages',
  answers: {
    200: { says: 'The page', content: { 'text/html': { type: 'string' } } },
    404: { says: 'The client is not built' },
  },
};

const areaPage: About = {
  ...page,
  path: '/office/{path}',
  operation: 'officeArea',
  summary: 'The same page: which part of the office is meant, the page itself finds in its address',
};

const worker: About = {
  operation: 'officeWorker',
  summary: 'Keeps the files of the office on the machine; where there is none, one that ends itself',
  tag: 'pages',
  answers: { 200: { says: 'The worker', content: { 'text/javascript': { type: 'string' } } } },
};

const asset: About = {
  operation: 'readOfficeAsset',
  summary: 'Scripts and styles of the office',
  tag: 'pages',
  answers: { 200: { says: 'The file', content: bytes('application/octet-stream') }, 404: { says: 'No such file' } },
};

/** The office is built apart from the phone's client; an invitation comes in the fragment, which no server sees. */
export function registerOffice(app: FastifyInstance, web: string | undefined): void {
  const folder = web === undefined ? undefined : join(web, 'office');
  const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const built = folder === undefined ? null : await readFile(join(folder, 'index.html')).catch(() => null);
    if (built === null) throw new HttpProblem('no-such-page');
    return sendContent(request, reply, { type: 'text/html; charset=utf-8', cache: caching.ask, bytes: built });
  };
  app.get('/office', { config: { about: page } }, sendPage);
  app.get('/office-worker.js', { config: { about: worker } }, async (request, reply) =>
    sendContent(request, reply, {
      type: 'text/javascript; charset=utf-8',
      cache: caching.ask,
      bytes: (await builtFile(folder, 'office-worker.js')) ?? noWorker('cabildo-office'),
    }),
  );
  app.get('/office/*', { config: { about: areaPage } }, sendPage);
  app.get<{ Params: { name: string } }>('/office/assets/:name', { config: { about: asset } }, (request, reply) =>
    sendAsset(request, reply, {
      folder: folder === undefined ? undefined : join(folder, 'assets'),
      name: request.params.name,
    }),
  );
}
