import { isTranslation } from '@cabildo/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LanguageOutcome, LanguageRefusal } from '../../app/languages/languages.ts';
import { sources, translatable } from '../../app/languages/sources.ts';
import { caching } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem, type HttpProblemCode } from '../problem.ts';
import type { About } from '../route.ts';
import { actorOf, bearerOf, isBookName } from '../who-asks.ts';
import { aboutLanguage } from './languages.ts';

/** A whole language as a file. */
const FILE_LIMIT = 2 * 1024 * 1024;
const VOICE_LIMIT = 300 * 1024;
const mediaTypes = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const;

const json = { 'application/json': { type: 'object' } } as const;
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;
const anything = {};

const problemsSaid = {
  400: { says: 'Something cannot stand; the detail says where' },
  401: { says: 'Unknown bearer' },
  403: { says: 'Not with this invitation' },
  404: { says: 'No such language or text' },
  409: { says: 'Not as things stand' },
};

const about = (operation: string, summary: string): { readonly about: About } => ({
  about: {
    operation,
    summary,
    tag: 'node',
    bearer: 'required',
    answers: { 200: { says: 'Done', content: json }, ...problemsSaid },
  },
});

const codes: Readonly<Record<LanguageRefusal, HttpProblemCode>> = {
  'no-such-language': 'no-such-language',
  'no-such-source': 'no-such-source',
  'not-a-translator': 'not-a-translator',
  'not-a-reviewer': 'not-a-reviewer',
  'own-translation': 'own-translation',
  'changed-meanwhile': 'changed-meanwhile',
  'no-draft': 'no-draft',
  'too-many-voices': 'too-many-voices',
  'invitation-used': 'translator-invitation-used',
  'invitation-unknown': 'invitation-unknown',
};

function answered(outcome: LanguageOutcome): { readonly ok: true } {
  if (outcome.kind === 'refused') throw new HttpProblem(codes[outcome.code]);
  if (outcome.kind === 'problems')
    throw new HttpProblem('not-a-language', { problems: outcome.problems.slice(0, 200), all: outcome.problems.length });
  return { ok: true };
}

function translatorOf({ languages }: HttpContext['node'], request: FastifyRequest) {
  const translator = languages.translatorBy(bearerOf(request) ?? '');
  if (translator === null) throw new HttpProblem('unknown-bearer');
  return translator;
}

/** For people who translate: what they were let in by is no session of a body, and says nothing of one (decision 0016). */
export function registerTranslators(app: FastifyInstance, context: HttpContext): void {
  registerInviting(app, context);
  registerJoining(app, context);
  registerWork(app, context);
  registerWriting(app, context);
  registerFiles(app, context);
  void app.register((scope, _options, ready) => {
    scope.addContentTypeParser([...mediaTypes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    registerVoices(scope, context);
    ready();
  });
}

const letting = ['convener', 'presidium', 'secretary', 'officer'];

function registerInviting(app: FastifyInstance, { node }: HttpContext): void {
  app.post<{ Params: { tag: string }; Body: { may: 'translate' | 'review'; body?: string } }>(
    '/api/languages/:tag/invitations',
    {
      schema: {
        params: { type: 'object', properties: { tag: { type: 'string', pattern: '^[A-Za-z0-9-]{2,12}$' } } },
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['may'],
          properties: { may: { enum: ['translate', 'review'] }, body: { type: 'string', maxLength: 220 } },
        },
      },
      config: about(
        'inviteTranslator',
        'Leave to translate or to review a language, handed to whoever does it. By: operator, or an officer of the body named.',
      ),
    },
    async (request, reply) => {
      const { may, body = '' } = request.body;
      if (body !== '' && !isBookName(body)) throw new HttpProblem('unknown-body');
      const actor = await actorOf(node, request, body);
      const roles = body === '' ? [] : ((await node.me(actor, body))?.roles ?? []);
      if (actor.kind !== 'operator' && !roles.some((role) => letting.includes(role)))
        throw new HttpProblem('not-letting-translate');
      return reply
        .header('cache-control', caching.never)
        .send(node.languages.invitations.invite(request.params.tag, may));
    },
  );
}

function registerJoining(app: FastifyInstance, { node }: HttpContext): void {
  app.post<{ Body: { invitation: string; named: string; token: string } }>(
    '/api/translators',
    {
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['invitation', 'named', 'token'],
          properties: {
            invitation: text(200),
            named: text(200),
            token: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
          },
        },
      },
      config: {
        about: {
          operation: 'joinTranslators',
          summary: 'Uses an invitation, with a token that the device has made; the same again is answered again',
          tag: 'node',
          answers: { 200: { says: 'Joined', content: json }, ...problemsSaid },
        },
      },
    },
    async (request, reply) => {
      const { invitation, named, token } = request.body;
      const read = node.languages.invitations.read(invitation);
      answered(await node.languages.join(read, named, token));
      return reply.header('cache-control', caching.never).send({ tag: read?.tag, may: read?.may });
    },
  );
}

function registerWork(app: FastifyInstance, { node }: HttpContext): void {
  app.get(
    '/api/translators/work',
    { config: about('readTranslation', 'Every text with what is said of it, for whoever translates or reviews') },
    async (request, reply) => {
      const { id, tag, may, named } = translatorOf(node, request);
      const language = node.languages.at(tag);
      const texts = sources()
        .filter(({ source }) => translatable().has(source))
        .map(({ source, english, places }) => {
          const entry = language?.entries.get(source);
          const voice = language?.voices.get(source);
          return {
            source,
            english,
            places,
            ...(entry?.draft == null ? {} : { draft: { ...entry.draft, own: entry.draft.by === id } }),
            ...(entry?.reviewed == null ? {} : { reviewed: entry.reviewed }),
            ...(voice === undefined ? {} : { voice: { reviewed: voice.reviewed, own: voice.by === id } }),
          };
        });
      return reply.header('cache-control', caching.never).send({
        tag,
        may,
        named,
        trial: node.languages.invitations.trialCode(tag),
        language: language === undefined ? null : aboutLanguage(language),
        texts,
      });
    },
  );
}

function registerWriting(app: FastifyInstance, { node }: HttpContext): void {
  app.post(
    '/api/translators/language',
    { config: about('describeLanguage', 'What a language is called and how it is written; adds it where it is new') },
    async (request) => answered(await node.languages.describe(translatorOf(node, request), request.body)),
  );
  app.post<{ Body: { source: string; said: unknown; from?: string } }>(
    '/api/translators/texts',
    {
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['source', 'said'],
          properties: { source: text(2000), said: anything, from: text(200) },
        },
      },
      config: about(
        'proposeText',
        'Proposes what is said for a text; nobody is shown it before another person has reviewed it',
      ),
    },
    async (request) => {
      const translator = translatorOf(node, request);
      const { source, said, from } = request.body;
      if (!isTranslation(said)) throw new HttpProblem('invalid-input');
      return answered(await node.languages.propose(translator, source, said, from ?? translator.named));
    },
  );
  app.post<{ Body: { source: string; said: unknown } }>(
    '/api/translators/reviews',
    {
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['source', 'said'],
          properties: { source: text(2000), said: anything },
        },
      },
      config: about(
        'reviewText',
        'What was read is right: from now on everybody is shown it. By another person than wrote it',
      ),
    },
    async (request) => {
      const { source, said } = request.body;
      if (!isTranslation(said)) throw new HttpProblem('invalid-input');
      return answered(await node.languages.review(translatorOf(node, request), source, said));
    },
  );
}

function registerFiles(app: FastifyInstance, { node }: HttpContext): void {
  app.get(
    '/api/translators/file',
    { config: about('exportTranslation', 'The language as a file, with what nobody has reviewed yet') },
    async (request, reply) => {
      const { tag } = translatorOf(node, request);
      const language = node.languages.at(tag);
      if (language === undefined) throw new HttpProblem('no-such-language');
      const file = `${JSON.stringify({ ...language.head, strings: language.strings() }, null, 1)}\n`;
      return reply.header('cache-control', caching.never).type('application/json').send(file);
    },
  );
  app.post<{ Body: { file: unknown; write: boolean } }>(
    '/api/translators/file',
    {
      bodyLimit: FILE_LIMIT,
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['file', 'write'],
          properties: { file: anything, write: { type: 'boolean' } },
        },
      },
      config: about(
        'importTranslation',
        'Takes a file, all of it or nothing; not `write`: says only what it would change',
      ),
    },
    async (request) => {
      const { file, write } = request.body;
      const outcome = await node.languages.bringIn(translatorOf(node, request), file, write);
      return { ...answered(outcome), changed: outcome.changed ?? 0 };
    },
  );
}

function registerVoices(app: FastifyInstance, { node }: HttpContext): void {
  app.put<{ Querystring: { source: string }; Body: Buffer }>(
    '/api/translators/voices',
    {
      bodyLimit: VOICE_LIMIT,
      schema: { querystring: { type: 'object', required: ['source'], properties: { source: text(2000) } } },
      config: {
        about: {
          ...about('recordText', 'Keeps a text read aloud; nobody else hears it before another person has').about,
          accepts: Object.fromEntries(mediaTypes.map((type) => [type, { type: 'string', format: 'binary' }])),
        },
      },
    },
    async (request) => {
      const translator = translatorOf(node, request);
      const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!(mediaTypes as readonly string[]).includes(mediaType) || !Buffer.isBuffer(request.body))
        throw new HttpProblem('wrong-content-type');
      if (request.body.length === 0) throw new HttpProblem('malformed-request');
      return answered(await node.languages.record(translator, request.query.source, mediaType, request.body));
    },
  );
  app.post<{ Body: { source: string; approved: boolean } }>(
    '/api/translators/voices',
    {
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['source', 'approved'],
          properties: { source: text(2000), approved: { type: 'boolean' } },
        },
      },
      config: about('reviewVoice', 'A recording is right, and everybody may hear it; or it is erased'),
    },
    async (request) => {
      const translator = translatorOf(node, request);
      const { source, approved } = request.body;
      const { languages } = node;
      return answered(await (approved ? languages.approve(translator, source) : languages.silence(translator, source)));
    },
  );
}
