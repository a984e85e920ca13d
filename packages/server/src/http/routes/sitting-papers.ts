import { allCommands, type CommandEntry, objectSchema, tableGet } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { sittingCalendar } from '../../pages/calendar.ts';
import { minutesDraft } from '../../pages/minutes-draft.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { visitBy } from '../page-reply.ts';
import { HttpProblem, outcomeProblem, sendProblem } from '../problem.ts';
import { actorOf, bodyAt, isBookName } from '../who-asks.ts';

type OfSitting = { readonly body: string; readonly index: string };

/** What is written before and after a sitting: its calendar entry, its minutes as they stand, and what would be refused. */
export function registerSittingPapers(app: FastifyInstance, context: HttpContext): void {
  registerMinutes(app, context);
  registerCalendar(app, context);
  registerTrials(app, context);
}

function registerMinutes(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: OfSitting }>(
    '/api/bodies/:body/sittings/:index/minutes',
    {
      config: {
        about: {
          operation: 'readMinutes',
          summary:
            'The minutes of a sitting as its acts have written them so far, part by part; `lang=es` or `lang=en` in the query',
          tag: 'bodies',
          answers: { 200: { says: 'The minutes', content: 'Minutes' }, 404: { says: 'No such sitting' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const visit = visitBy(request, node, await node.booksByOrigin());
      const index = decimal(request.params.index);
      const draft = index === undefined ? null : await minutesDraft(visit, book, index);
      if (draft === null) throw new HttpProblem('no-such-act');
      reply.header('content-language', visit.language).header('vary', 'accept-language');
      const bytes = JSON.stringify(draft);
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes });
    },
  );
}

function registerCalendar(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: OfSitting }>(
    '/api/bodies/:body/sittings/:index/calendar.ics',
    {
      config: {
        about: {
          operation: 'readSittingCalendar',
          summary: 'One sitting as iCalendar (RFC 5545); `lang=es` or `lang=en` in the query',
          tag: 'bodies',
          answers: {
            200: { says: 'iCalendar', content: { 'text/calendar': { type: 'string' } } },
            404: { says: 'No such sitting' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const index = decimal(request.params.index);
      if (index === undefined || tableGet(book.state.sittings, index) === undefined)
        throw new HttpProblem('no-such-act');
      const visit = visitBy(request, node, await node.booksByOrigin());
      reply.header('content-language', visit.language).header('vary', 'accept-language');
      reply.header('content-disposition', 'attachment; filename="sitting.ics"');
      const bytes = sittingCalendar(visit, book, index) ?? '';
      return sendContent(request, reply, { type: 'text/calendar; charset=utf-8', cache: caching.ask, bytes });
    },
  );
}

/** Both are of officers and long to write: what the rules have against them is said before they are sent. */
const tried: ReadonlySet<string> = new Set(['EnterLateSitting', 'ConveneSitting']);

const INPUT_LIMIT = 1024 * 1024;

function registerTrials(app: FastifyInstance, context: HttpContext): void {
  for (const entry of allCommands) if (tried.has(entry.name)) registerTrial(app, context, entry);
}

function registerTrial(app: FastifyInstance, { node }: HttpContext, entry: CommandEntry): void {
  app.post<{ Params: { body: string } }>(
    `/api/bodies/:body/trials/${entry.name}`,
    {
      bodyLimit: INPUT_LIMIT,
      schema: { body: objectSchema(entry.input) },
      config: {
        about: {
          operation: `try${entry.name}`,
          summary: `What the rules would answer to ${entry.name} now. Nothing is written.`,
          tag: 'commands',
          bearer: 'required',
          answers: {
            200: { says: 'The acts that it would write', content: 'Would' },
            400: { says: 'The input does not have the right form' },
            401: { says: 'The bearer is not known here' },
            403: { says: 'The rules do not let this person do that' },
            404: { says: 'There is no such body' },
            409: { says: 'A rule says no; the refusal says which and what would be needed' },
            503: { says: 'Not known now; try again' },
          },
        },
      },
    },
    async (request, reply) => {
      const { body } = request.params;
      if (!isBookName(body)) throw new HttpProblem('unknown-body');
      const actor = await actorOf(node, request, body);
      const outcome = await node.trial({ body, command: entry.name, input: request.body, actor });
      if (outcome.kind !== 'would') return sendProblem(reply, outcomeProblem(outcome));
      return reply.header('cache-control', 'no-store').send({ acts: outcome.acts });
    },
  );
}
