import { allCommands, type CommandEntry, objectSchema } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../context.ts';
import { HttpProblem, outcomeProblem, sendProblem } from '../problem.ts';
import { commandHeaders, idempotencyHeaders } from '../route.ts';
import { actorOf, invitationOf, isBookName, requireOperator, requireSigned } from '../who-asks.ts';

/** A letter takes six bytes at most (`\uXXXX`); the longest input of the catalogue then fits four times over. */
const BODY_LIMIT = 1024 * 1024;

/** One route per command of the catalogue; the input is validated by the catalogue's own schema. */
export function registerCommands(app: FastifyInstance, context: HttpContext): void {
  for (const entry of allCommands) {
    if (entry.name === 'FoundBody') registerFounding(app, context, entry);
    else registerCommand(app, context, entry);
  }
}

function registerCommand(app: FastifyInstance, { node }: HttpContext, entry: CommandEntry): void {
  app.post<{ Params: { body: string }; Headers: { 'idempotency-key': string } }>(
    `/api/bodies/:body/commands/${entry.name}`,
    {
      bodyLimit: BODY_LIMIT,
      schema: { headers: commandHeaders, body: objectSchema(entry.input) },
      config: {
        about: {
          operation: entry.name,
          summary: `${entry.does} By: ${entry.by.join(', ')}. Article: ${entry.article}.`,
          tag: 'commands',
          bearer: entry.by.includes('anyone') ? 'optional' : 'required',
          answers: { 200: { says: 'Done', content: 'Done' }, ...commandProblems },
        },
      },
    },
    async (request, reply) => {
      const { body } = request.params;
      if (!isBookName(body)) throw new HttpProblem('unknown-body');
      const actor = await actorOf(node, request, body);
      const key = request.headers['idempotency-key'];
      const command = { body, command: entry.name, input: request.body, key };
      await requireSigned(node, request, command);
      const outcome = await node.command({ ...command, actor });
      if (outcome.kind !== 'done') return sendProblem(reply, outcomeProblem(outcome));
      return reply.header('cache-control', 'no-store').send({ acts: outcome.acts, answer: outcome.answer });
    },
  );
}

function registerFounding(app: FastifyInstance, { node }: HttpContext, entry: CommandEntry): void {
  app.post<{ Headers: { 'idempotency-key': string } }>(
    '/api/bodies',
    {
      bodyLimit: BODY_LIMIT,
      schema: { headers: idempotencyHeaders, body: objectSchema(entry.input) },
      config: {
        about: {
          operation: entry.name,
          summary: `${entry.does} By: operator, or whoever has an invitation, which is the bearer then.`,
          tag: 'commands',
          bearer: 'required',
          answers: {
            201: { says: 'Founded; the founder’s card is shown this once', content: 'Founded' },
            ...commandProblems,
          },
        },
      },
    },
    async (request, reply) => {
      const invited = await invitationOf(node, request);
      const actor = invited === null ? await requireOperator(node, request) : ({ kind: 'operator' } as const);
      const key = invited?.key ?? request.headers['idempotency-key'];
      const outcome = await node.foundBody({ input: request.body, actor, key });
      if (invited !== null && outcome.kind === 'problem' && outcome.code === 'idempotency-key-reused')
        throw new HttpProblem('invitation-used');
      if (outcome.kind !== 'founded') return sendProblem(reply, outcomeProblem(outcome));
      const { kind: _kind, ...founded } = outcome;
      return reply.code(201).header('cache-control', 'no-store').send(founded);
    },
  );
}

const commandProblems = {
  400: { says: 'The input does not have the right form' },
  401: { says: 'The bearer is not known here, or a signature of its phone is missing or not valid' },
  403: { says: 'The rules do not let this person do that' },
  404: { says: 'There is no such body, or nothing of that index in its book' },
  409: { says: 'A rule says no; the refusal says which and what would be needed' },
  413: { says: 'Too large' },
  415: { says: 'Not application/json' },
  422: { says: 'The idempotency key was used with another input' },
  503: { says: 'Not written; try again with the same key' },
} as const;
