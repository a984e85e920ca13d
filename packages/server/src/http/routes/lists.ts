import type { JsonSchema } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { type HandOversAsked, handOverListOf } from '../../app/hand-over-list.ts';
import type { BookView } from '../../app/node.ts';
import { passListOf } from '../../app/pass-list.ts';
import { queueListOf } from '../../app/queue-list.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { bytes } from '../route.ts';
import { bodyAt } from '../who-asks.ts';

interface List {
  readonly file: string;
  readonly operation: string;
  readonly summary: string;
  readonly of: (book: BookView, asked: HandOversAsked) => unknown;
  readonly asks?: JsonSchema;
}

const lists: readonly List[] = [
  {
    file: 'passes.json',
    operation: 'readPassList',
    summary: 'The key list with which a road block judges the body’s safe-conducts without a network (docs/passes.md)',
    of: passListOf,
  },
  {
    file: 'hand-overs.json',
    operation: 'readHandOverList',
    summary:
      'The last hand-overs of a committee, with which a phone confirms and corrects without a network; others by page',
    of: handOverListOf,
    asks: {
      type: 'object',
      additionalProperties: false,
      properties: {
        after: {
          type: 'integer',
          minimum: 0,
          description:
            'Those after the act of this index, the oldest first, as many as a page has; `later`: there are more',
        },
      },
    },
  },
  {
    file: 'queues.json',
    operation: 'readQueueList',
    summary:
      'Household cards by commitment, queues in their order and what went out, with which a phone serves without a network',
    of: queueListOf,
  },
];

/** What phones hold to work without a network: made of the book alone, for whoever asks. */
export function registerLists(app: FastifyInstance, { node }: HttpContext): void {
  for (const { file, operation, summary, of, asks } of lists)
    app.get<{ Params: { body: string }; Querystring: HandOversAsked }>(
      `/api/bodies/:body/${file}`,
      {
        schema: asks === undefined ? {} : { querystring: asks },
        config: {
          about: {
            operation,
            summary,
            tag: 'bodies',
            answers: {
              200: { says: 'The list', content: bytes('application/json') },
              ...(asks === undefined ? {} : { 400: { says: 'A malformed query' } }),
              404: { says: 'Unknown body' },
            },
          },
        },
      },
      async (request, reply) => {
        const content = JSON.stringify(of(await bodyAt(node, request.params.body), request.query));
        return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes: content });
      },
    );
}
