import type { FastifyInstance } from 'fastify';
import { petitionsHere, signedOnPhone } from '../../app/petitions-here.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { actorOf, bodyAt } from '../who-asks.ts';

export function registerPetitions(app: FastifyInstance, context: HttpContext): void {
  registerList(app, context);
  registerSigned(app, context);
}

function registerList(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/petitions',
    {
      config: {
        about: {
          operation: 'listPetitions',
          summary:
            'Petitions for recall, the newest first: how many have signed on phones and on paper, how many are needed; whom another can be about',
          tag: 'bodies',
          bearer: 'optional',
          answers: {
            200: { says: 'Petitions', content: 'Petitions' },
            401: { says: 'Unknown bearer' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const actor = await actorOf(node, request, request.params.body);
      return reply.header('cache-control', 'no-store').send(await petitionsHere(node, book, actor));
    },
  );
}

/** By POST, so that no name stands in an address. */
function registerSigned(app: FastifyInstance, { node }: HttpContext): void {
  app.post<{ Params: { body: string; index: string }; Body: { readonly name: string } }>(
    '/api/bodies/:body/petitions/:index/signed',
    {
      bodyLimit: 8 * 1024,
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: { name: { type: 'string', minLength: 1, maxLength: 100 } },
        },
      },
      config: {
        about: {
          operation: 'hasSigned',
          summary: 'Who of the roll, by a part of their name, has signed on a phone and is struck from a list on paper',
          tag: 'people',
          bearer: 'required',
          answers: {
            200: { says: 'For those who count that petition', content: 'SignedOnPhone' },
            401: { says: 'Unknown bearer' },
            403: { says: 'Only those who count that petition' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const actor = await actorOf(node, request, request.params.body);
      const petition = decimal(request.params.index) ?? -1;
      const people = await signedOnPhone(node, book, actor, { petition, name: request.body.name });
      if (people === null) throw new HttpProblem('not-counting-it');
      return reply.header('cache-control', 'no-store').send({ people });
    },
  );
}
