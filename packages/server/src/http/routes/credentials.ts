import { encodeCredential } from '@cabildo/book';
import type { FastifyInstance } from 'fastify';
import { credentialFor } from '../../app/exchange/credentials.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { bodyAt } from '../who-asks.ts';

export function registerCredentials(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; above: string; seat: string } }>(
    '/api/bodies/:body/credentials/:above/:seat',
    {
      config: {
        about: {
          operation: 'readCredential',
          summary:
            'The credential file of a seat that this body sends to one above: verified offline with one root key',
          tag: 'bodies',
          answers: {
            200: { says: 'A credential that verifies', content: { 'application/json': { type: 'object' } } },
            404: { says: 'One of the two books is not here' },
            409: { says: 'The seat cannot be proven; `detail` says why' },
          },
        },
      },
    },
    async (request, reply) => {
      const { body, above, seat } = request.params;
      const [lower, upper, number] = [await bodyAt(node, body), await bodyAt(node, above), decimal(seat)];
      if (number === undefined) throw new HttpProblem('no-such-page');
      const outcome = await credentialFor(node, { above: upper.origin, below: lower.origin, seat: number });
      if (!outcome.ok) {
        const { reason, at, detail } = outcome;
        throw new HttpProblem('no-credential', { reason, at, detail });
      }
      const bytes = encodeCredential(outcome.credential);
      const name = `credential-${lower.origin.split('/').at(-1)}-${number}.json`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}
