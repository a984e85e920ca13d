import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caching, sendContent } from '../caching.ts';
import { HttpProblem } from '../problem.ts';
import { type About, bytes } from '../route.ts';
import { sendAsset } from './assets.ts';

/** Vote, check that the own vote is in the box, trustee, slips of a teller. */
const letters = { v: 'votePage', c: 'checkVotePage', t: 'trusteePage', h: 'slipsPage' } as const;

const page = { 'text/html': { type: 'string' } } as const;

const aboutPage = (operation: string): About => ({
  operation,
  summary: 'A page of the ballot; what is secret comes in its fragment, which no server sees',
  tag: 'pages',
  answers: { 200: { says: 'The page', content: page }, 404: { says: 'The client is not built' } },
});

/** The pages of a ballot are built apart from the app: the hash over their files is in the book of whoever votes with them. */
export function registerBallotPages(app: FastifyInstance, web: string | undefined): void {
  const send = async (request: FastifyRequest, reply: FastifyReply, name: string): Promise<FastifyReply> => {
    const content = web === undefined ? null : await readFile(join(web, 'ballot', name)).catch(() => null);
    if (content === null) throw new HttpProblem('no-such-page');
    return sendContent(request, reply, { type: 'text/html; charset=utf-8', cache: caching.ask, bytes: content });
  };
  app.get('/ballot/t/file', { config: { about: aboutPage('trusteePageFile') } }, async (request, reply) => {
    reply.header('content-disposition', 'attachment; filename="cabildo-trustee.html"');
    return send(request, reply, 'trustee.html');
  });
  for (const [letter, operation] of Object.entries(letters))
    app.get(`/ballot/${letter}/:election`, { config: { about: aboutPage(operation) } }, (request, reply) =>
      send(request, reply, 'index.html'),
    );
  app.get<{ Params: { readonly name: string } }>(
    '/ballot/assets/:name',
    {
      config: {
        about: {
          operation: 'readBallotAsset',
          summary: 'Scripts and styles of the ballot’s pages',
          tag: 'pages',
          answers: {
            200: { says: 'The file', content: bytes('application/octet-stream') },
            404: { says: 'No such file' },
          },
        },
      },
    },
    (request, reply) =>
      sendAsset(request, reply, {
        folder: web === undefined ? undefined : join(web, 'ballot', 'assets'),
        name: request.params.name,
      }),
  );
}
