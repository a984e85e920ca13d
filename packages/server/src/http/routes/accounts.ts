import type { FastifyInstance } from 'fastify';
import { accountsHere } from '../../app/accounts-here.ts';
import type { HttpContext } from '../context.ts';
import { actorOf, bodyAt } from '../who-asks.ts';

export function registerAccounts(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/accounts',
    {
      config: {
        about: {
          operation: 'readAccounts',
          summary:
            'Open books of a body for whoever keeps them: money, accounts, the latest entries, what a report would say today, the sittings that are called to judge one, and what its committees have handed in',
          tag: 'bodies',
          bearer: 'optional',
          answers: {
            200: { says: 'Accounts', content: 'Accounts' },
            401: { says: 'Unknown bearer' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const actor = await actorOf(node, request, request.params.body);
      return reply.header('cache-control', 'no-store').send(await accountsHere(node, book, actor));
    },
  );
}
