import type { FastifyInstance } from 'fastify';
import { basesFound } from '../../app/correspondence/bases-found.ts';
import { correspondenceHere } from '../../app/correspondence/correspondence-here.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { bodyAt } from '../who-asks.ts';

const PAGE = 20;

const paging = {
  q: { type: 'string', maxLength: 220, description: 'Parts of names, without regard to accents' },
  from: { type: 'integer', minimum: 0, maximum: 1_000_000, description: 'How many to leave out at the beginning' },
} as const;

/** Ten thousand bases may be asked: whoever counts the answer of one types a part of its name. */
function registerBasesAsked(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; index: string }; Querystring: { readonly q?: string; readonly from?: number } }>(
    '/api/bodies/:body/consultations/:index/bases',
    {
      schema: { querystring: { type: 'object', additionalProperties: false, properties: paging } },
      config: {
        about: {
          operation: 'findBasesAsked',
          summary:
            'The bases that a consultation asks, by parts of their names, a page at a time; first those that are silent',
          tag: 'bodies',
          answers: {
            200: { says: 'A page of them, and how many there are', content: 'BasesAsked' },
            404: { says: 'No such consultation' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const { q = '', from = 0 } = request.query;
      const found = await basesFound(node, book, decimal(request.params.index) ?? -1, { q, from, most: PAGE });
      if (found === null) throw new HttpProblem('no-such-act');
      return reply.header('cache-control', 'no-store').send(found);
    },
  );
}

export function registerCorrespondence(app: FastifyInstance, context: HttpContext): void {
  const { node } = context;
  registerBasesAsked(app, context);
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
