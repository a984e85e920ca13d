import type { FastifyInstance } from 'fastify';
import { measuresHere } from '../../app/measures-here.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { audienceOf, bodyAt, isAnonymous } from '../who-asks.ts';

export function registerMeasures(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/measures',
    {
      config: {
        about: {
          operation: 'listMeasures',
          summary:
            'Measures that are not over, of this body and of those above it; where each stands as far as the bearer reads it',
          tag: 'bodies',
          bearer: 'optional',
          answers: {
            200: { says: 'The body’s own first', content: 'MeasuresHere' },
            401: { says: 'Unknown bearer' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const audience = await audienceOf(node, request, book.name);
      const measures = await measuresHere(node, book, audience);
      if (!isAnonymous(request)) return reply.header('cache-control', 'no-store').send({ measures });
      const bytes = JSON.stringify({ measures });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}
