import { randomUUID } from 'node:crypto';
import { type BodyState, stateToJson, supplyShown } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import type { BookSummary, BookView } from '../../app/node.ts';
import { officesCalled } from '../../app/offices-called.ts';
import { caching, sendContent, sendLazily } from '../caching.ts';
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
          summary:
            'A body: its book’s head, and the state that follows from its acts; of goods that are sensitive without the rows that say how much is where',
          tag: 'bodies',
          answers: { 200: { says: 'The body', content: 'Body' }, 404: { says: 'Unknown body' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const about = aboutBody(book);
      // What the state says follows from the head, the book's name and the program that reads it.
      const tag = `${thisProgram}\n${about}`;
      const make = (): Buffer => bodyJson(about, book.state);
      return sendLazily(request, reply, { type: 'application/json', cache: caching.ask, tag, make });
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

function aboutBody(book: BookView): string {
  const { size, root, checkpoint } = book.head;
  return JSON.stringify({ ...summaryJson(book), head: { size, root, checkpoint } });
}

/** Another version may fold the same acts into more: a restart makes all tags new. */
const thisProgram = randomUUID();

/** A state is never changed, only replaced; a hall that looks at it all at once needs it written out once. */
const written = new WeakMap<BodyState, { readonly about: string; readonly bytes: Buffer }>();

function bodyJson(about: string, state: BodyState): Buffer {
  const known = written.get(state);
  if (known?.about === about) return known.bytes;
  const bytes = Buffer.from(
    `${about.slice(0, -1)},"offices":${JSON.stringify(officesCalled(state))},"state":${stateJson(state)}}`,
  );
  written.set(state, { about, bytes });
  return bytes;
}

/** Most acts change one or two tables: the others are written out already. */
const texts = new WeakMap<object, string>();

function stateJson(state: BodyState): string {
  const shown = { ...state, supply: supplyShown(state) };
  const parts = Object.entries(shown).map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`);
  return `{${parts.join(',')}}`;
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  // A table goes through the core's own conversion of a state.
  const text = JSON.stringify(stateToJson(value as BodyState));
  texts.set(value, text);
  return text;
}
