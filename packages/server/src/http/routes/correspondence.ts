import type { FastifyInstance } from 'fastify';
import { correspondenceHere } from '../../app/correspondence/correspondence-here.ts';
import type { HttpContext } from '../context.ts';
import { bodyAt } from '../who-asks.ts';

export function registerCorrespondence(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/correspondence',
    {
      config: {
        about: {
          operation: 'listCorrespondence',
          summary:
            'What this body is asked from above and how far its answer has come; motions of its bases that wait, and those on its list; motions that it sent up, and their fate',
          tag: 'bodies',
          answers: {
            200: { says: 'What goes up and comes down', content: 'Correspondence' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      return reply.header('cache-control', 'no-store').send(await correspondenceHere(node, book));
    },
  );
}
