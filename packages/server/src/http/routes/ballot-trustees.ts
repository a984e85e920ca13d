import type { FastifyInstance, FastifyRequest } from 'fastify';
import { saidOrProblem } from '../ballot-said.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { bytes } from '../route.ts';

type OfElection = { readonly election: string };
type OfTeller = OfElection & { readonly teller: string };
type OfStep = OfElection & { readonly seat: string; readonly step: string };

const path = '/ballot/api/:election';

const MESSAGE_LIMIT = 256 * 1024;
/** Some nine hundred bytes a slip, for the largest hall. */
const HALVES_LIMIT = 16 * 1024 * 1024;

const refusals = {
  403: { says: 'The code is not of that place in that election' },
  404: { says: 'No such election' },
  409: { says: 'Not due, not what it has to be, or something else was sent before' },
} as const;

/** What trustees and tellers send, each with a code in place of a session, and what anybody can read of it. */
export function registerBallotTrustees(app: FastifyInstance, context: HttpContext): void {
  registerMessages(app, context);
  registerReading(app, context);
  registerHalves(app, context);
  registerExcluded(app, context);
}

/** A code that is too long to be one is not even compared. */
function codeIn({ headers }: FastifyRequest): string {
  const code = headers['ballot-code'];
  return typeof code === 'string' && code.length < 100 ? code : '';
}

function textOf(body: unknown): string {
  if (typeof body !== 'string' || body === '') throw new HttpProblem('malformed-request');
  return body;
}

function registerMessages(app: FastifyInstance, { node }: HttpContext): void {
  app.put<{ Params: OfStep; Body: string }>(
    `${path}/trustees/:seat/:step`,
    {
      bodyLimit: MESSAGE_LIMIT,
      config: {
        about: {
          operation: 'keepTrusteeMessage',
          summary:
            'A trustee’s message (`Ballot-Code`): key or certificate, coefficients, verification; trial; share. Kept once; the same again is a success',
          tag: 'ballot',
          accepts: { 'application/json': { type: 'object' } },
          answers: { 200: { says: 'It was there before' }, 201: { says: 'Kept' }, ...refusals },
        },
      },
    },
    async (request, reply) => {
      const { election, step } = request.params;
      const seat = decimal(request.params.seat) ?? 0;
      const message = textOf(request.body);
      const says = { election, seat, step, code: codeIn(request), message };
      const kept = saidOrProblem(await node.ballots.keepMessage(says));
      return reply
        .code(kept === 'kept' ? 201 : 200)
        .header('cache-control', caching.never)
        .send({ kept });
    },
  );
}

function registerReading(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: OfElection }>(
    `${path}/trustees`,
    {
      config: {
        about: {
          operation: 'readTrusteeMessages',
          summary: 'All messages of trustees; what is secret in them is sealed to its reader',
          tag: 'ballot',
          answers: { 200: { says: 'The messages', content: 'TrusteeMessages' }, 404: refusals[404] },
        },
      },
    },
    async (request, reply) => {
      const messages = saidOrProblem(await node.ballots.messages(request.params.election));
      return reply.header('cache-control', caching.never).send(messages);
    },
  );

  app.get<{ Params: OfElection }>(
    `${path}/trial.bel`,
    {
      config: {
        about: {
          operation: 'readTrialArchive',
          summary: 'An election of one ballot with the same trustees, up to its encrypted sum; there once the keys are',
          tag: 'ballot',
          answers: { 200: { says: 'The archive', content: bytes('application/x-tar') }, 404: refusals[404] },
        },
      },
    },
    async (request, reply) => {
      const content = saidOrProblem(await node.ballots.trial(request.params.election));
      return sendContent(request, reply, { type: 'application/x-tar', cache: caching.ask, bytes: content });
    },
  );
}

function registerHalves(app: FastifyInstance, { node }: HttpContext): void {
  const about = { tag: 'ballot' } as const;
  app.put<{ Params: OfTeller; Body: string }>(
    `${path}/halves/:teller`,
    {
      bodyLimit: HALVES_LIMIT,
      config: {
        about: {
          ...about,
          operation: 'keepHalves',
          summary: 'A teller’s public halves (`Ballot-Code`); until they are in the book others take their place',
          accepts: { 'application/json': { type: 'object' } },
          answers: { 200: { says: 'Kept', content: 'HalvesKept' }, ...refusals },
        },
      },
    },
    async (request, reply) => {
      const { election } = request.params;
      const handed = { election, code: codeIn(request), file: textOf(request.body) };
      const teller = decimal(request.params.teller) ?? 0;
      const { file, count } = saidOrProblem(await node.ballots.keepHalves({ ...handed, teller }));
      return reply.header('cache-control', caching.never).send({ file, halves: count });
    },
  );

  app.get<{ Params: OfTeller }>(
    `${path}/halves/:teller`,
    {
      config: {
        about: {
          ...about,
          operation: 'readHalves',
          summary: 'A teller’s public halves, with their proofs',
          answers: { 200: { says: 'The file', content: bytes('application/json') }, 404: refusals[404] },
        },
      },
    },
    async (request, reply) => {
      const { election, teller } = request.params;
      const content = saidOrProblem(await node.ballots.halves(election, decimal(teller) ?? 0));
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes: content });
    },
  );
}

function registerExcluded(app: FastifyInstance, { node }: HttpContext): void {
  app.put<{ Params: OfElection; Body: string }>(
    `${path}/excluded`,
    {
      bodyLimit: MESSAGE_LIMIT,
      config: {
        about: {
          operation: 'keepExcluded',
          summary: 'Slips left over, by either teller (`Ballot-Code`)',
          tag: 'ballot',
          accepts: { 'application/json': { type: 'object' } },
          answers: { 200: { says: 'Kept', content: 'ExcludedKept' }, ...refusals },
        },
      },
    },
    async (request, reply) => {
      const { election } = request.params;
      const handed = { election, code: codeIn(request), file: textOf(request.body) };
      const { file, count } = saidOrProblem(await node.ballots.keepExcluded(handed));
      return reply.header('cache-control', caching.never).send({ file, left: count });
    },
  );
}
