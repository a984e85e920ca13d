import { checkActCode } from '@cabildo/book';
import { partsOfAct, tableGet } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { plainText } from '../../app/directory.ts';
import { disclosedBelow } from '../../app/disclosed-below.ts';
import { actInWords, actsInWords } from '../../pages/act-in-words.ts';
import { readAct } from '../../pages/acts.ts';
import { actJson, disclosedOf, saltsOf } from '../act-json.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { audienceOf, bodyAt } from '../who-asks.ts';

const PAGE = 100;
const LONGEST_PAGE = 500;

export function registerActs(app: FastifyInstance, context: HttpContext): void {
  registerActList(app, context);
  registerAct(app, context);
  registerActInWords(app, context);
  registerActsOf(app, context);
  registerPartsOfAct(app, context);
  registerActCode(app, context);
}

function registerActList(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string }; Querystring: { from?: number; limit?: number } }>(
    '/api/bodies/:body/acts',
    {
      schema: {
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            from: { type: 'integer', minimum: 0, description: 'First index' },
            limit: { type: 'integer', minimum: 1, maximum: LONGEST_PAGE, description: `${PAGE} unless said otherwise` },
          },
        },
      },
      config: {
        about: {
          operation: 'listActs',
          summary: 'Acts in the order of the book',
          tag: 'bodies',
          answers: {
            200: { says: 'A page of acts; `next` is where the next begins', content: 'Acts' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const { from = 0, limit = PAGE } = request.query;
      const acts = await node.acts(book.origin, from, limit);
      const end = from + acts.length;
      const next = acts.length > 0 && end < book.size ? end : null;
      const bytes = JSON.stringify({ origin: book.origin, size: book.size, acts: acts.map(actJson), next });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

function registerAct(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; index: string }; Querystring: { as?: string } }>(
    '/api/bodies/:body/acts/:index',
    {
      schema: {
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            as: {
              type: 'string',
              maxLength: 220,
              description: 'The body below that the bearer belongs to: its members read where a measure stands',
            },
          },
        },
      },
      config: {
        about: {
          operation: 'readAct',
          summary: 'One act: the leaf, its code, and what is disclosed beside it to whoever asks',
          tag: 'bodies',
          bearer: 'optional',
          answers: { 200: { says: 'The act', content: 'ActWithDisclosures' }, 404: { says: 'No such act' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const index = decimal(request.params.index);
      const row = index === undefined ? null : await node.act(book.origin, index);
      if (row === null) throw new HttpProblem('no-such-act');
      const below = request.query.as === undefined ? null : await bodyAt(node, request.query.as);
      const audience = await audienceOf(node, request, (below ?? book).name);
      const beside =
        below === null || below.origin === book.origin || audience === 'public'
          ? await node.disclosures(book.origin, row.index, audience)
          : await disclosedBelow(node, book, row.index, below);
      const [disclosures, salts] = [disclosedOf(beside), saltsOf(beside)];
      const sealedBy = tableGet(book.state.sealed, row.index) ?? null;
      const bytes = JSON.stringify({ ...actJson(row), sealedBy, disclosures, salts });
      const cache = audience === 'public' ? caching.ask : caching.never;
      reply.header('vary', 'authorization');
      return sendContent(request, reply, { type: 'application/json', cache, bytes });
    },
  );
}

function registerActInWords(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; index: string } }>(
    '/api/bodies/:body/acts/:index/sentence',
    {
      config: {
        about: {
          operation: 'readActInWords',
          summary: 'What an act says, as the pages say it; made from its skeleton alone',
          tag: 'bodies',
          answers: { 200: { says: 'The act in words', content: 'ActInWords' }, 404: { says: 'No such act' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const index = decimal(request.params.index);
      const row = index === undefined ? null : await node.act(book.origin, index);
      if (row === null) throw new HttpProblem('no-such-act');
      const sentences = await actInWords(node, book.state, row);
      const bytes = JSON.stringify({ index: row.index, sentences });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

/** More than that nobody chooses from: whoever does not see it types a part of its words. */
const CHOICES = 100;
/** So far back its words are looked for. */
const LOOKED_THROUGH = 2_000;

const partsOfWords = {
  q: {
    type: 'string',
    maxLength: 200,
    description: 'Parts of its sentence, in either language, without regard to accents',
  },
} as const;

function registerActsOf(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; types: string }; Querystring: { readonly q?: string } }>(
    '/api/bodies/:body/acts-of/:types',
    {
      schema: { querystring: { type: 'object', additionalProperties: false, properties: partsOfWords } },
      config: {
        about: {
          operation: 'listActsOfType',
          summary: `The newest acts of a type, or of several with a comma between, in words: what a form chooses from; at most ${CHOICES}`,
          tag: 'bodies',
          answers: {
            200: { says: 'The last one first, and how many were looked through', content: 'ActsInWords' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const types = request.params.types.split(',').filter((type) => /^[A-Za-z]{1,60}$/.test(type));
      const rows = (await node.actsOf(book.origin, types, LOOKED_THROUGH)) ?? [];
      const parts = plainText(request.query.q ?? '')
        .split(/\s+/)
        .filter(Boolean);
      // Without anything to look for, words are made of those alone that are sent.
      const among = parts.length === 0 ? rows.slice(0, CHOICES) : rows;
      const said = await actsInWords(node, book.state, among);
      const found = among
        .map(({ index, at }, place) => ({ index, at, sentences: said[place] ?? null }))
        .filter(({ sentences }) => {
          const words = plainText(`${sentences?.es} ${sentences?.en}`);
          return parts.every((part) => words.includes(part));
        });
      const all = parts.length === 0 ? rows.length : found.length;
      const bytes = JSON.stringify({ acts: found.slice(0, CHOICES), all });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

function registerPartsOfAct(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; index: string } }>(
    '/api/bodies/:body/acts/:index/parts',
    {
      config: {
        about: {
          operation: 'listPartsOfAct',
          summary:
            'What an act holds several of and a motion may mean by number: seats, demands, decisions of a late entry',
          tag: 'bodies',
          answers: { 200: { says: 'In their order', content: 'PartsOfAct' }, 404: { says: 'No such act' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const index = decimal(request.params.index);
      const row = index === undefined ? null : await node.act(book.origin, index);
      if (row === null) throw new HttpProblem('no-such-act');
      const parts = partsOfAct(readAct(row).act).map(({ number, words }) => ({ number, sentences: words }));
      const bytes = JSON.stringify({ parts });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

function registerActCode(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { code: string } }>(
    '/api/acts/:code',
    {
      config: {
        about: {
          operation: 'findAct',
          summary: 'The acts of this code in all books that are here; a code is a name, not a proof',
          tag: 'bodies',
          answers: {
            200: { says: 'One act, or rarely several', content: 'ActsOfCode' },
            400: { says: 'Copied wrong' },
            404: { says: 'No act of this code is known here' },
          },
        },
      },
    },
    async (request, reply) => {
      const checked = checkActCode(request.params.code);
      if (!checked.ok) throw new HttpProblem('malformed-act-code', { reason: checked.reason });
      const acts = await node.actsByCode(checked.code);
      if (acts.length === 0) throw new HttpProblem('no-such-act');
      const bytes = JSON.stringify({ code: checked.code, acts: acts.map(actJson) });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}
