import type { FastifyInstance } from 'fastify';
import { supplyHere } from '../../app/supply/supply-here.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { actorOf, audienceOf, bodyAt } from '../who-asks.ts';

export function registerSupply(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/supply',
    {
      config: {
        about: {
          operation: 'readSupply',
          summary:
            'A committee’s registers, what there is and where, needs, plans and trips, with places and routes; plates for officers',
          tag: 'bodies',
          bearer: 'required',
          answers: {
            200: { says: 'As it stands', content: 'SupplyHere' },
            401: { says: 'Unknown bearer' },
            403: { says: 'For members and officers; everybody else reads the page of supply' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const actor = await actorOf(node, request, request.params.body);
      const audience = await audienceOf(node, request, book.name);
      if (audience === 'public') throw new HttpProblem('members-only');
      return reply.header('cache-control', 'no-store').send(await supplyHere(node, book, { actor, audience }));
    },
  );
}
