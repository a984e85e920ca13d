import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { invitationOf, requireOperator } from '../who-asks.ts';

/** Founding by invitation (decision 0014). An invitation is a bearer, and stands in no address that a server sees. */
export function registerInvitations(app: FastifyInstance, { node }: HttpContext): void {
  app.post(
    '/api/invitations',
    {
      config: {
        about: {
          operation: 'invite',
          summary: 'Leave to found one body, to be handed to whoever founds it. By: operator.',
          tag: 'bodies',
          bearer: 'required',
          answers: {
            201: { says: 'Made', content: 'Invitation' },
            401: { says: 'Unknown bearer' },
            403: { says: 'Only the operator' },
          },
        },
      },
    },
    async (request, reply) => {
      await requireOperator(node, request);
      return reply.code(201).header('cache-control', 'no-store').send(node.invite());
    },
  );
  app.get(
    '/api/invitation',
    {
      config: {
        about: {
          operation: 'invited',
          summary: 'Until when the invitation that is the bearer is good, and the body that it has founded',
          tag: 'bodies',
          bearer: 'required',
          answers: { 200: { says: 'Good', content: 'Invited' }, 401: { says: 'No invitation of this node' } },
        },
      },
    },
    async (request, reply) => {
      const invited = await invitationOf(node, request);
      if (invited === null) throw new HttpProblem('unknown-invitation');
      const { until, founded } = invited;
      return reply.header('cache-control', 'no-store').send({ node: node.name, until, founded });
    },
  );
}
