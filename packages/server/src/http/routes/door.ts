import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Node } from '../../app/node.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import type { About } from '../route.ts';
import { actorOf, bodyAt } from '../who-asks.ts';

interface OfSitting {
  readonly body: string;
  readonly sitting: string;
}

const about = (
  operation: string,
  summary: string,
  content: string,
): { readonly config: { readonly about: About } } => ({
  config: {
    about: {
      operation,
      summary,
      tag: 'people',
      bearer: 'required',
      answers: {
        200: { says: 'For those at the door', content },
        401: { says: 'Unknown bearer' },
        403: { says: 'Only those who run the sitting or stand at its door, while it is not closed' },
        404: { says: 'No such body or sitting' },
      },
    },
  },
});

/** The door of a hall (docs/decisions/0009): for tellers and for those who run the sitting. */
export function registerDoor(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: OfSitting }>(
    '/api/bodies/:body/sittings/:sitting/door',
    about(
      'readDoor',
      'The code that stands at the door this minute, as text and for a QR, and the slips that are out',
      'Door',
    ),
    async (request, reply) => {
      const { name, actor, sitting } = await asking(node, request);
      const door = await node.door(actor, name, sitting);
      if (door === null) throw new HttpProblem('not-at-the-door');
      // After the name of the host: whoever scans it lands on this body’s page with the code in the fragment.
      const qr = `/phone#${new URLSearchParams({ body: name, sitting: String(sitting), door: door.code })}`;
      return reply.header('cache-control', 'no-store').send({ ...door, qr });
    },
  );
  app.post<{ Params: OfSitting; Body: { readonly name?: string; readonly card?: string } }>(
    '/api/bodies/:body/sittings/:sitting/door/who',
    {
      ...about(
        'whoIsAtTheDoor',
        'People of the roll by a part of their name, or whose card that is; no card is used up',
        'AtTheDoor',
      ),
      bodyLimit: 8 * 1024,
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          properties: {
            name: { type: 'string', minLength: 1, maxLength: 100 },
            card: { type: 'string', minLength: 1, maxLength: 200 },
          },
        },
      },
    },
    async (request, reply) => {
      const { name, actor, sitting } = await asking(node, request);
      const { card, name: part } = request.body;
      if (card !== undefined) {
        const person = await node.cardAtDoor(actor, name, sitting, card);
        if (person === null) throw new HttpProblem('not-at-the-door');
        if (person === 'unknown') throw new HttpProblem('unknown-card');
        return reply.header('cache-control', 'no-store').send({ people: [person] });
      }
      const people = await node.rollAtDoor(actor, name, sitting, part ?? '');
      if (people === null) throw new HttpProblem('not-at-the-door');
      return reply.header('cache-control', 'no-store').send({ people });
    },
  );
}

async function asking(node: Node, request: FastifyRequest<{ Params: OfSitting }>) {
  const { name, state } = await bodyAt(node, request.params.body);
  const sitting = decimal(request.params.sitting);
  const actor = await actorOf(node, request, request.params.body);
  if (sitting === undefined || !state.activeSittings.includes(sitting)) throw new HttpProblem('no-such-sitting');
  return { name, sitting, actor };
}
