import type { FastifyInstance } from 'fastify';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import type { OpenApi } from '../openapi.ts';
import { HttpProblem } from '../problem.ts';

export function registerAboutNode(app: FastifyInstance, { node, log }: HttpContext, document: () => OpenApi): void {
  app.get(
    '/openapi.json',
    {
      config: {
        about: {
          operation: 'openApi',
          summary: 'This document',
          tag: 'node',
          answers: { 200: { says: 'OpenAPI 3.1', content: { 'application/json': { type: 'object' } } } },
        },
      },
    },
    async (request, reply) => {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
      const bytes = JSON.stringify(document());
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
  app.get(
    '/healthz',
    {
      config: {
        about: {
          operation: 'health',
          summary: 'Whether the node and its database answer',
          tag: 'node',
          answers: { 200: { says: 'Both do', content: 'Health' }, 503: { says: 'The database does not' } },
        },
      },
    },
    async (_request, reply) => {
      // Any question will do that goes to the database and reads next to nothing.
      await node.actsByCode('').catch(() => {
        log('health: the database does not answer');
        throw new HttpProblem('try-again');
      });
      return reply.header('cache-control', 'no-store').send({ ok: true, node: node.name });
    },
  );
}
