import { publicKey } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { parseSlip } from '../../app/cards.ts';
import type { Me, SignedIn } from '../../app/node.ts';
import type { HttpContext } from '../context.ts';
import { GuessLimit } from '../guess-limit.ts';
import { HttpProblem, type HttpProblemCode } from '../problem.ts';
import { actorOf, bodyAt, isBookName } from '../who-asks.ts';

interface SignInBody {
  readonly body: string;
  readonly card: string;
  readonly token: string;
  readonly key?: string;
  readonly me?: boolean;
}

const signInSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['body', 'card', 'token'],
  properties: {
    body: { type: 'string', minLength: 1, maxLength: 220 },
    card: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      description: 'Seven words, the code of the QR, or the number and code of a slip (`12-KXQM7-P3RT0`)',
    },
    token: {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]{43,128}$',
      description: 'At least 32 random bytes in base64url, made by the phone; from then on its bearer token',
    },
    key: {
      ...publicKey.schema,
      description: 'Ed25519 key of the phone in base64: from then on what is counted must be signed with it',
    },
    me: { type: 'boolean', description: 'True: the answer has what `GET …/me` would say, a round trip sooner' },
  },
} as const;

const refusals: Readonly<Record<Extract<SignedIn, { ok: false }>['reason'], HttpProblemCode>> = {
  'unknown-body': 'unknown-body',
  'unknown-card': 'unknown-card',
  'card-used': 'card-used',
  malformed: 'malformed-card',
};

export function registerPeople(app: FastifyInstance, context: HttpContext): void {
  registerSignIn(app, context);
  registerMe(app, context);
  registerRoll(app, context);
}

function registerRoll(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string }; Querystring: { from?: number; most?: number } }>(
    '/api/bodies/:body/roll',
    {
      schema: {
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            from: { type: 'integer', minimum: 0, description: 'How many to leave out at the beginning' },
            most: { type: 'integer', minimum: 1, description: 'All of them unless said otherwise' },
          },
        },
      },
      config: {
        about: {
          operation: 'readRoll',
          summary: 'The roll with its names, in their order',
          tag: 'people',
          bearer: 'required',
          answers: {
            200: { says: 'For those who keep the roll', content: 'Roll' },
            401: { says: 'Unknown bearer' },
            403: { says: 'Only those who keep the roll' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const { name } = await bodyAt(node, request.params.body);
      const people = await node.roll(await actorOf(node, request, request.params.body), name);
      if (people === null) throw new HttpProblem('not-keeping-the-roll');
      const { from = 0, most = people.length } = request.query;
      const page = people.slice(from, from + most);
      return reply.header('cache-control', 'no-store').send({ people: page, all: people.length });
    },
  );
  // By POST, so that no name stands in an address.
  app.post<{ Params: { body: string }; Body: { readonly name: string } }>(
    '/api/bodies/:body/roll/who',
    {
      bodyLimit: 8 * 1024,
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: { name: { type: 'string', minLength: 1, maxLength: 100 } },
        },
      },
      config: {
        about: {
          operation: 'whoIsOnTheRoll',
          summary: 'People of the roll by a part of their name: with whom somebody lives who is enrolled',
          tag: 'people',
          bearer: 'required',
          answers: {
            200: { says: 'For those who keep the roll', content: 'OnTheRoll' },
            401: { says: 'Unknown bearer' },
            403: { says: 'Only those who keep the roll' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const { name } = await bodyAt(node, request.params.body);
      const actor = await actorOf(node, request, request.params.body);
      const people = await node.rollNamed(actor, name, request.body.name);
      if (people === null) throw new HttpProblem('not-keeping-the-roll');
      return reply.header('cache-control', 'no-store').send({ people });
    },
  );
}

function registerSignIn(app: FastifyInstance, { node, turns }: HttpContext): void {
  const limit = new GuessLimit();
  app.post<{ Body: SignInBody }>(
    '/api/sign-in',
    {
      bodyLimit: 8 * 1024,
      schema: { body: signInSchema },
      config: {
        about: {
          operation: 'signIn',
          summary: 'Exchanges a member card for the phone’s own token; the first token wins, and wins again',
          tag: 'people',
          answers: {
            200: { says: 'Signed in; the card is void from now on', content: 'SignedIn' },
            400: { says: 'Malformed' },
            401: { says: 'Unknown card' },
            404: { says: 'Unknown body' },
            409: { says: 'The card was used with another token' },
            429: { says: 'Too many wrong cards at once' },
          },
        },
      },
    },
    async (request, reply) => {
      const { body } = request.body;
      if (!isBookName(body)) throw new HttpProblem('unknown-body');
      // Those who wait here for others' guesses shall not hold up anybody else.
      turns.over(request);
      const attempt = await limit.attempt(guessedAt(request.body), () => node.signIn(request.body));
      if (attempt === 'too-many') throw new HttpProblem('too-many-attempts');
      if (!attempt.ok) throw new HttpProblem(refusals[attempt.reason]);
      const { origin, actor } = attempt;
      const me = request.body.me === true ? { me: withLanguages(node, await node.me(actor, origin)) } : {};
      return reply.header('cache-control', 'no-store').send({ origin, actor, ...me });
    },
  );
}

/** With the languages that people have added here, where there are any: a client asks for no list of them. */
function withLanguages({ languages }: HttpContext['node'], me: Me | null) {
  const added = languages.spoken().map(({ head: { tag, name } }) => ({ tag, name }));
  return me === null || added.length === 0 ? me : { ...me, languages: added };
}

/** A slip has a number, and guesses at one hold up nobody else; cards have none, and are the whole body's. Never an address. */
function guessedAt({ body, card }: SignInBody): string {
  const slip = parseSlip(card);
  return slip === null ? body : `${body} slip ${slip.number}`;
}

function registerMe(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string } }>(
    '/api/bodies/:body/me',
    {
      config: {
        about: {
          operation: 'me',
          summary: 'Who I am here, my roles, open votes, my receipts, and the acts that wait for my signature',
          tag: 'people',
          bearer: 'optional',
          answers: {
            200: { says: 'Me', content: 'Me' },
            401: { says: 'Unknown bearer' },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const actor = await actorOf(node, request, request.params.body);
      const me = await node.me(actor, book.name);
      if (me === null) throw new HttpProblem('unknown-body');
      return reply.header('cache-control', 'no-store').send(withLanguages(node, me));
    },
  );
}
