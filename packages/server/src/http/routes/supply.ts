import type { FastifyInstance } from 'fastify';
import { supplyHere } from '../../app/supply/supply-here.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { actorOf, audienceOf, bodyAt } from '../who-asks.ts';

/** More committees than this do not bring goods to one neighbourhood. */
const MOST = 50;

export function registerSupply(app: FastifyInstance, context: HttpContext): void {
  registerRegisters(app, context);
  registerCommitteesOf(app, context);
}

function registerCommitteesOf(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/committees-of-its-sites',
    {
      config: {
        about: {
          operation: 'readCommitteesOfItsSites',
          summary:
            'Committees written on this node that bring goods to a site of this assembly: for what its officers countersign and confirm',
          tag: 'bodies',
          answers: {
            200: { says: 'By their titles', content: 'CommitteesOfItsSites' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const { origin } = await bodyAt(node, request.params.body);
      const committees = (await node.committeesOf(origin, MOST)).map(({ name, title }) => ({ body: name, title }));
      const bytes = JSON.stringify({ committees });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

function registerRegisters(app: FastifyInstance, { node }: HttpContext): void {
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
