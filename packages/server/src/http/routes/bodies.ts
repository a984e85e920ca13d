import { type BodyState, stateToJson } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import type { BookSummary, BookView } from '../../app/node.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { bodyAt } from '../who-asks.ts';

export function registerBodies(app: FastifyInstance, { node }: HttpContext): void {
  app.get(
    '/api/bodies',
    {
      config: {
        about: {
          operation: 'listBodies',
          summary: 'The bodies whose books are here, kept or mirrored',
          tag: 'bodies',
          answers: { 200: { says: 'All of them', content: 'Bodies' } },
        },
      },
    },
    async (request, reply) => {
      const books = (await node.books()).filter((book) => book.kind === 'body');
      const bytes = JSON.stringify({ node: node.name, bodies: books.map(summaryJson) });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );

  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body',
    {
      config: {
        about: {
          operation: 'readBody',
          summary: 'A body: its book’s head, and the state that follows from its acts',
          tag: 'bodies',
          answers: { 200: { says: 'The body', content: 'Body' }, 404: { says: 'Unknown body' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes: bodyJson(book) });
    },
  );
}

const summaryJson = (book: BookSummary) => ({
  body: book.name,
  origin: book.origin,
  title: book.title,
  key: book.vkey,
  size: book.size,
  at: book.at,
  remote: book.remote,
  readOnly: book.readOnly,
  predecessor: book.predecessor,
});

function bodyJson(book: BookView): string {
  const { size, root, checkpoint } = book.head;
  const summary = JSON.stringify({ ...summaryJson(book), head: { size, root, checkpoint } });
  return `${summary.slice(0, -1)},"state":${stateJson(book.state)}}`;
}

/** A state is never changed, only replaced; a hall that looks at it all at once needs it written out once. */
const written = new WeakMap<BodyState, string>();

function stateJson(state: BodyState): string {
  const known = written.get(state);
  if (known !== undefined) return known;
  const json = JSON.stringify(stateToJson(state));
  written.set(state, json);
  return json;
}
