import type { FastifyInstance } from 'fastify';
import { delegationsHere } from '../../app/delegations-here.ts';
import type { HttpContext } from '../context.ts';
import { actorOf, audienceOf, bodyAt } from '../who-asks.ts';

export function registerDelegations(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/delegations',
    {
      config: {
        about: {
          operation: 'listDelegations',
          summary:
            'The seats that this body fills above: what they were told, what was voted there, what was reported; signed in, which is mine',
          tag: 'bodies',
          bearer: 'optional',
          answers: {
            200: { says: 'Seat by seat', content: 'Delegations' },
            401: { says: 'Unknown bearer' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const actor = await actorOf(node, request, request.params.body);
      const audience = await audienceOf(node, request, book.name);
      return reply.header('cache-control', 'no-store').send(await delegationsHere(node, book, actor, audience));
    },
  );
}
