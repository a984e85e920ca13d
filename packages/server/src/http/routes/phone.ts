import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../pages/language.ts';
import { caching, sendContent } from '../caching.ts';
import type { About } from '../route.ts';
import { withMicrophone } from '../security-headers.ts';

const build = '<code>npm run build -w packages/web</code>';
const notBuilt = `<!doctype html><html lang="es"><meta charset="utf-8"><title>Cabildo</title><p>Esta página todavía no está construida; quien opera el nodo la construye con ${build}.</p><p lang="en">This page is not built yet; the operator of the node builds it with ${build}.</p></html>`;

/**
 * What a phone is given in place of a worker that is not there: it drops the kept files and goes. Whoever takes
 * `phone-worker.js` out of the built client thereby switches the worker off on every phone that comes by.
 */
export const noWorker = (kept: string): string => `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('${kept} ')) await caches.delete(name);
  await registration.unregister();
})()));
`;

const page: About = {
  operation: 'phonePage',
  summary: 'The client with which a sitting is held',
  tag: 'pages',
  answers: {
    200: { says: 'The page', content: { 'text/html': { type: 'string' } } },
    503: { says: 'The client is not built' },
  },
};

const areaPage: About = {
  ...page,
  path: '/phone/{path}',
  operation: 'phoneArea',
  summary: 'The same page: which part of the client is meant, the page itself finds in its address',
};

const worker: About = {
  operation: 'phoneWorker',
  summary: 'Keeps the files of the client on the phone; where there is none, one that ends itself',
  tag: 'pages',
  answers: { 200: { says: 'The worker', content: { 'text/javascript': { type: 'string' } } } },
};

/** The page on which people check in, vote and hold a sitting; a card comes in the fragment, which no server sees. */
export function registerPhone(app: FastifyInstance, web: string | undefined): void {
  const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // Both name the same files; each loads the words of its language along with them, not after them.
    const english = languageOf(undefined, request.headers['accept-language']) === 'en';
    const built = (english ? await builtFile(web, 'index.en.html') : null) ?? (await builtFile(web, 'index.html'));
    if (built === null) reply.code(503);
    reply.header('vary', 'accept-language');
    return sendContent(request, reply, {
      type: 'text/html; charset=utf-8',
      cache: built === null ? caching.never : caching.ask,
      bytes: built ?? notBuilt,
    });
  };
  app.get('/phone', { config: { about: page } }, sendPage);
  app.get('/phone/*', { config: { about: areaPage } }, (request, reply) => {
    // Motions are read aloud there and nowhere else.
    if (request.url.startsWith('/phone/voice/')) reply.header('permissions-policy', withMicrophone);
    return sendPage(request, reply);
  });
  app.get('/phone-worker.js', { config: { about: worker } }, async (request, reply) =>
    sendContent(request, reply, {
      type: 'text/javascript; charset=utf-8',
      cache: caching.ask,
      bytes: (await builtFile(web, 'phone-worker.js')) ?? noWorker('cabildo-app'),
    }),
  );
}

export const builtFile = async (web: string | undefined, name: string): Promise<string | null> =>
  web === undefined ? null : readFile(join(web, name), 'utf8').catch(() => null);
