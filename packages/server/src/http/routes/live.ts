import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { actorOf, bodyAt } from '../who-asks.ts';

interface Asked {
  readonly Params: { body: string; sitting: string };
}

export function registerLive(app: FastifyInstance, { node }: HttpContext): void {
  app.get<Asked>(
    '/api/bodies/:body/sittings/:sitting/live',
    {
      config: {
        about: {
          operation: 'readSitting',
          summary: 'A sitting as it is now: what everybody in the hall may see, and what is of the one who asks',
          tag: 'bodies',
          bearer: 'optional',
          answers: { 200: { says: 'The sitting', content: 'Live' }, 404: { says: 'No such sitting' } },
        },
      },
    },
    async (request, reply) => {
      const { book, actor, sitting } = await asked(request);
      const live = await node.live(actor, book, sitting);
      if (live === null) throw new HttpProblem('no-such-sitting');
      return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(live);
    },
  );

  app.get<Asked>(
    '/api/bodies/:body/sittings/:sitting/steps',
    {
      config: {
        about: {
          operation: 'readSteps',
          summary: 'Which commands may come next in a sitting, for the one who asks: each lawful, or with the refusal',
          tag: 'bodies',
          bearer: 'optional',
          answers: { 200: { says: 'In the order of a sitting', content: 'Steps' }, 404: { says: 'No such sitting' } },
        },
      },
    },
    async (request, reply) => {
      const { book, actor, sitting } = await asked(request);
      const steps = await node.steps(actor, book, sitting);
      if (steps === null) throw new HttpProblem('no-such-sitting');
      return reply.header('cache-control', 'no-store').send(steps);
    },
  );

  async function asked(request: FastifyRequest<Asked>) {
    const { body, sitting: named } = request.params;
    const book = await bodyAt(node, body);
    const sitting = decimal(named);
    if (sitting === undefined) throw new HttpProblem('no-such-sitting');
    return { book: book.name, actor: await actorOf(node, request, body), sitting };
  }
}
