import { tableEntries } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { bodiesFound, standingNow } from '../../app/bodies-found.ts';
import { type Directory, plainText } from '../../app/directory.ts';
import { firstStepsHere } from '../../app/first-steps-here.ts';
import type { Node } from '../../app/node.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { bodyAt } from '../who-asks.ts';

const PAGE = 20;
const LONGEST_PAGE = 100;
const LONGEST = 220;

const paging = {
  q: { type: 'string', maxLength: LONGEST, description: 'Parts of names, without regard to accents; or an origin' },
  from: { type: 'integer', minimum: 0, maximum: 1_000_000, description: 'How many to leave out at the beginning' },
  most: { type: 'integer', minimum: 1, maximum: LONGEST_PAGE, description: `${PAGE} unless said otherwise` },
} as const;

interface Page {
  readonly q?: string;
  readonly from?: number;
  readonly most?: number;
}

/** Whoever chooses among thousands types a part of a name: a page of them comes, never all. */
export function registerBodiesFound(app: FastifyInstance, context: HttpContext): void {
  registerFinding(app, context);
  registerAffiliates(app, context);
  registerFirstSteps(app, context);
}

const sought = {
  ...paging,
  without: { type: 'string', maxLength: LONGEST, description: 'Left out: an origin' },
  kind: { enum: ['base', 'delegate', 'committee'] },
  here: { enum: ['true'], description: 'Those alone whose book this node writes' },
  first: {
    type: 'string',
    maxLength: LONGEST,
    description: 'Name or origin of one that comes before all others, whatever is looked for',
  },
} as const;

function registerFinding(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Querystring: Page & Readonly<Partial<Record<'without' | 'kind' | 'here' | 'first', string>>> }>(
    '/api/bodies-found',
    {
      schema: {
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: sought,
        },
      },
      config: {
        about: {
          operation: 'findBodies',
          summary: 'Bodies whose books are here, by parts of their names, a page at a time, and how they stand',
          tag: 'bodies',
          answers: { 200: { says: 'A page of them, and how many there are', content: 'BodiesFound' }, 400: malformed },
        },
      },
    },
    async (request, reply) => {
      const { q = '', without = null, kind = null, here, first = null, from = 0, most = PAGE } = request.query;
      const directory = await node.directory();
      const { found, all } = bodiesFound(directory, {
        q: searchable(q),
        without,
        kind,
        here: here === 'true',
        first,
        from,
        most,
      });
      const bodies = found.map((place) => ({
        body: place.book.name,
        ...namedJson(node, directory, place.book.origin, place.title),
        remote: place.book.remote,
        kind: place.kind,
      }));
      const bytes = JSON.stringify({ bodies, all });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

const malformed = { says: 'What is looked for holds control characters, or is too long' } as const;

function searchable(q: string): string {
  if (!q.isWellFormed() || /\p{Cc}/u.test(q)) throw new HttpProblem('invalid-input', 'q: letters and figures');
  return q;
}

function namedJson(node: Node, directory: Directory, origin: string, title: string) {
  const place = directory.get(origin);
  const standing = place === undefined ? null : standingNow(place, node.now());
  return { origin, title, key: place?.book.vkey ?? null, standing };
}

function registerAffiliates(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string }; Querystring: Page }>(
    '/api/bodies/:body/affiliates',
    {
      schema: { querystring: { type: 'object', additionalProperties: false, properties: paging } },
      config: {
        about: {
          operation: 'listAffiliates',
          summary: 'The bodies that belong to this one, by parts of their names, a page at a time, with their seats',
          tag: 'bodies',
          answers: {
            200: { says: 'A page of them, and how many there are', content: 'Affiliates' },
            400: malformed,
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const { state } = await bodyAt(node, request.params.body);
      const { q = '', from = 0, most = PAGE } = request.query;
      const parts = plainText(searchable(q)).split(/\s+/).filter(Boolean);
      const directory = await node.directory();
      const belonging = tableEntries(state.affiliates).filter(([origin, { title, ended, succeededBy }]) => {
        const text = plainText(`${title} ${origin}`);
        return ended === undefined && succeededBy === undefined && parts.every((part) => text.includes(part));
      });
      const affiliates = belonging.slice(from, from + most).map(([origin, { title, entitlement, act }]) => ({
        ...namedJson(node, directory, origin, title),
        seats: entitlement,
        act,
      }));
      const bytes = JSON.stringify({ affiliates, all: belonging.length });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

function registerFirstSteps(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/first-steps',
    {
      config: {
        about: {
          operation: 'readFirstSteps',
          summary:
            'How far a body is from its founding to a proven body: first sitting, minutes, witnesses, affiliation',
          tag: 'bodies',
          answers: { 200: { says: 'What is done, and by whom', content: 'FirstSteps' }, 404: { says: 'Unknown body' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const bytes = JSON.stringify(await firstStepsHere(node, book));
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}
