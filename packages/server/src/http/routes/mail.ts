import type { FastifyInstance, FastifyRequest } from 'fastify';
import { giveAddress, type MailWish, withdrawAddress } from '../../app/mail/mailbox.ts';
import {
  type EnteredServer,
  enterServer,
  type MailOffice,
  mailHere,
  tryServer,
} from '../../app/mail/server-of-body.ts';
import type { HttpContext } from '../context.ts';
import { mailTroubles } from '../mail-problems.ts';
import { HttpProblem } from '../problem.ts';
import type { About } from '../route.ts';
import { actorOf, bodyAt } from '../who-asks.ts';

type OfBody = { readonly body: string };

const path = '/api/bodies/:body/mail';
const bodyLimit = 8 * 1024;

/**
 * E-mail through a body's own server (decision 0015). All by POST, so that no address of a person stands in one of the web, and
 * every change is the same again when it is sent again.
 */
export function registerMail(app: FastifyInstance, context: HttpContext): void {
  registerLooking(app, context);
  registerMine(app, context);
  registerServer(app, context);
  registerTest(app, context);
}

async function askedBy(request: FastifyRequest<{ Params: OfBody }>, { node }: HttpContext) {
  const book = await bodyAt(node, request.params.body);
  return { book, actor: await actorOf(node, request, request.params.body) };
}

const about = (operation: string, summary: string, more: About['answers'] = {}): { readonly about: About } => ({
  about: {
    operation,
    summary,
    tag: 'people',
    bearer: 'required',
    answers: {
      200: { says: 'How it stands now', content: 'Mail' },
      401: { says: 'Unknown bearer' },
      404: { says: 'Unknown body' },
      ...more,
    },
  },
});

async function stand(request: FastifyRequest<{ Params: OfBody }>, context: HttpContext) {
  const { book, actor } = await askedBy(request, context);
  const { office, ...here } = await mailHere(context.node, book, actor);
  return { ...here, office: office === null ? null : inWords(office) };
}

/** For each reason its sentences, so that every client says the same. */
const inWords = ({ trouble, messages, ...office }: MailOffice) => ({
  ...office,
  trouble: trouble === null ? null : sentencesOf(trouble),
  messages: {
    ...messages,
    failed: messages.failed.map(({ reason, messages: many }) => ({ messages: many, sentences: sentencesOf(reason) })),
  },
});

const sentencesOf = (trouble: keyof typeof mailTroubles) => ({
  es: mailTroubles[trouble].es,
  en: mailTroubles[trouble].en,
});

function registerLooking(app: FastifyInstance, context: HttpContext): void {
  const config = about(
    'readMail',
    'The address that I gave and what is sent to it; for officers the server, and how many',
  );
  app.get<{ Params: OfBody }>(path, { config }, async (request, reply) =>
    reply.header('cache-control', 'no-store').send(await stand(request, context)),
  );
}

const language = {
  type: 'string',
  pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,4}){0,2}$',
  description: 'es, en, or a language of this node; letters in one that it does not speak are Spanish',
} as const;
const yes = { type: 'boolean' } as const;

const wishSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['address', 'language', 'urgent', 'digest', 'open'],
  properties: {
    address: { type: 'string', minLength: 3, maxLength: 254 },
    language,
    urgent: { ...yes, description: 'At once: a sitting that is convened, something to sign, a petition for recall' },
    digest: { enum: ['none', 'daily', 'weekly'], description: 'All that waits, if anything does' },
    open: { ...yes, description: 'Says what waits; false: only that something does' },
  },
} as const;

const nothing = { type: 'object', additionalProperties: false, properties: {} } as const;

function registerMine(app: FastifyInstance, context: HttpContext): void {
  const { node } = context;
  const refused = { 403: { says: 'Nobody who is written to' }, 409: { says: 'No server, or too many addresses' } };
  app.post<{ Params: OfBody; Body: MailWish }>(
    `${path}/mine`,
    {
      bodyLimit,
      schema: { body: wishSchema },
      config: about(
        'giveAddress',
        'Gives an address, which a letter to it confirms, or changes what is sent to it',
        refused,
      ),
    },
    async (request, reply) => {
      const { book, actor } = await askedBy(request, context);
      const base = `${request.protocol}://${request.host}`;
      const given = await giveAddress(node, book, { actor, wish: request.body, base });
      if (given !== 'given') throw new HttpProblem(given);
      return reply.header('cache-control', 'no-store').send(await stand(request, context));
    },
  );
  app.post<{ Params: OfBody }>(
    `${path}/withdraw`,
    { bodyLimit, schema: { body: nothing }, config: about('withdrawAddress', 'Deletes my address') },
    async (request, reply) => {
      const { book, actor } = await askedBy(request, context);
      await withdrawAddress(node, book, actor);
      return reply.header('cache-control', 'no-store').send(await stand(request, context));
    },
  );
}

const serverSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['server'],
  properties: {
    server: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['host', 'port', 'tls', 'user', 'sender'],
          properties: {
            host: { type: 'string', minLength: 1, maxLength: 253 },
            port: { type: 'integer', minimum: 1, maximum: 65_535 },
            tls: { enum: ['tls', 'starttls', 'none'] },
            user: { anyOf: [{ type: 'string', minLength: 1, maxLength: 254 }, { type: 'null' }] },
            password: {
              anyOf: [{ type: 'string', maxLength: 254 }, { type: 'null' }],
              description: 'Never read back; left out, it stays as it was where nothing else has changed',
            },
            sender: { type: 'string', minLength: 3, maxLength: 254 },
          },
        },
      ],
    },
  },
} as const;

const officers = { 403: { says: 'Only who keeps the roll' }, 409: { says: 'Not allowed, or not taken; in words' } };

function registerServer(app: FastifyInstance, context: HttpContext): void {
  app.post<{ Params: OfBody; Body: { readonly server: EnteredServer | null } }>(
    `${path}/server`,
    {
      bodyLimit,
      schema: { body: serverSchema },
      config: about('enterMailServer', 'Enters the body’s server for outgoing mail, or takes it away', officers),
    },
    async (request, reply) => {
      const { book, actor } = await askedBy(request, context);
      const entered = await enterServer(context.node, book, actor, request.body.server);
      if (entered !== 'entered') throw new HttpProblem(entered);
      return reply.header('cache-control', 'no-store').send(await stand(request, context));
    },
  );
}

function registerTest(app: FastifyInstance, context: HttpContext): void {
  app.post<{ Params: OfBody; Body: { readonly address: string; readonly language: string } }>(
    `${path}/test`,
    {
      bodyLimit,
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['address', 'language'],
          properties: { address: wishSchema.properties.address, language },
        },
      },
      config: about('tryMailServer', 'Sends a letter now, to an address that is kept nowhere', officers),
    },
    async (request, reply) => {
      const { book, actor } = await askedBy(request, context);
      const tested = await tryServer(context.node, book, { actor, ...request.body });
      if (typeof tested === 'string') throw new HttpProblem(tested);
      if (!tested.ok) throw new HttpProblem(tested.trouble);
      return reply.header('cache-control', 'no-store').send(await stand(request, context));
    },
  );
}
