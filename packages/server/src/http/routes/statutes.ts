import { type Imagined, imagined, type JsonSchema, type Statute, type StatuteFault, statuteFault } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { type Draft, lastRoll, pastTried, readDraft } from '../../app/statute-draft.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { bodyAt } from '../who-asks.ts';

/** Two statutes of some 7,000 bytes each, written out at leisure. */
const BODY_LIMIT = 256 * 1024;

/** So many votes of the past are tried: what a hall remembers. */
const MOST_PAST = 40;

interface Asked {
  readonly statute: unknown;
  readonly before?: unknown;
  readonly kind?: Draft['kind'];
  readonly imagined?: Imagined;
  readonly language?: Draft['language'];
}

const anything: JsonSchema = { type: 'object' };

const asked = (more: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: ['statute'],
  properties: {
    // Held against the schema by hand, so that whoever wrote it is told the place and what belongs there in words.
    statute: { ...anything, description: 'As `/schema/statute.json` says' },
    imagined: imagined.schema,
    language: { type: 'string', enum: ['es', 'en'] },
    ...more,
  },
});

/** Rules that nobody has adopted yet: read, checked, compared and tried, for anybody and without a trace. */
export function registerStatutes(app: FastifyInstance, { node }: HttpContext): void {
  app.post<{ Body: Asked }>(
    '/api/statutes/trial',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        body: asked({ before: anything, kind: { type: 'string', enum: ['base', 'delegate', 'committee'] } }),
      },
      config: {
        about: {
          operation: 'tryStatute',
          summary:
            'A statute in words, its contradictions, what it changes, and what it would make of an imagined vote',
          tag: 'node',
          answers,
        },
      },
    },
    async ({ body }, reply) => {
      const draft = draftOf(body, { before: body.before ?? null, kind: body.kind ?? null });
      return reply.header('cache-control', 'no-store').send(readDraft(draft));
    },
  );

  app.post<{ Params: { body: string }; Body: Asked }>(
    '/api/bodies/:body/statute/trial',
    {
      bodyLimit: BODY_LIMIT,
      schema: { body: asked({}) },
      config: {
        about: {
          operation: 'tryStatuteOfBody',
          summary: 'The same beside the statute in force, and what both would make of the body’s own votes so far',
          tag: 'bodies',
          answers: { ...answers, 404: { says: 'Unknown body' } },
        },
      },
    },
    async ({ body, params }, reply) => {
      const { state } = await bodyAt(node, params.body);
      const draft = draftOf(body, { before: state.statute?.rules ?? null, kind: state.body?.kind ?? null });
      const read = { ...readDraft(draft, lastRoll(state)), past: pastTried(state, draft, MOST_PAST) };
      return reply.header('cache-control', 'no-store').send(read);
    },
  );

  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/statute',
    {
      config: {
        about: {
          operation: 'readStatute',
          summary: 'The statute in force, as data, with the act that adopted it; null before there is one',
          tag: 'bodies',
          answers: { 200: { says: 'The statute', content: 'StatuteInForce' }, 404: { says: 'Unknown body' } },
        },
      },
    },
    async (request, reply) => {
      const { state, title } = await bodyAt(node, request.params.body);
      const { statute, body } = state;
      const bytes = JSON.stringify({
        title,
        kind: body?.kind ?? null,
        act: statute?.act ?? null,
        statute: statute?.rules ?? null,
      });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

const answers = {
  200: { says: 'What was found', content: 'StatuteTried' },
  400: { says: 'It is no statute: the detail names the place and what belongs there' },
  413: { says: 'Too large' },
} as const;

function draftOf(
  { statute, imagined: vote, language }: Asked,
  beside: { readonly before: unknown; readonly kind: Draft['kind'] },
): Draft {
  return {
    statute: fitting(statute),
    before: beside.before === null ? null : fitting(beside.before),
    kind: beside.kind,
    imagined: vote ?? null,
    language: language ?? 'es',
  };
}

function fitting(value: unknown): Statute {
  const fault = statuteFault(value);
  if (fault === null) return value as Statute;
  throw new HttpProblem('not-a-statute', { ...fault } satisfies StatuteFault);
}
