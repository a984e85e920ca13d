import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dropRecording, type KeptRecording, keepRecording, recordingOf, recordingsOf } from '../../app/recordings.ts';
import { caching } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem, type HttpProblemCode } from '../problem.ts';
import { bytes } from '../route.ts';
import { actorOf, bodyAt } from '../who-asks.ts';

type OfMotion = { readonly body: string; readonly motion: string };
type OfRecording = OfMotion & { readonly language: string };

/** A minute of speech as phones encode it, and then some. */
const MOST_BYTES = 300 * 1024;

/** What MediaRecorder makes, without the codec behind the semicolon. */
const mediaTypes = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const;

const languageName = /^[a-z]{2,3}$/;

const path = '/api/bodies/:body/motions/:motion/recordings';

/** A motion read aloud by who writes the minutes, for those who hear better than they read. */
export function registerRecordings(app: FastifyInstance, context: HttpContext): void {
  // Bytes in this place alone: everywhere else the body of a request is JSON.
  void app.register((scope, _options, ready) => {
    scope.addContentTypeParser([...mediaTypes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    registerKeeping(scope, context);
    ready();
  });
  registerReading(app, context);
  registerDropping(app, context);
}

const refused: Readonly<Record<Exclude<KeptRecording, 'kept'>, HttpProblemCode>> = {
  'no-such-motion': 'no-such-act',
  'not-allowed': 'not-secretary',
  'too-many': 'too-many-recordings',
};

function motionIn({ motion }: OfMotion): number {
  const index = decimal(motion);
  if (index === undefined) throw new HttpProblem('no-such-act');
  return index;
}

function languageIn({ language }: OfRecording): string {
  if (!languageName.test(language)) throw new HttpProblem('malformed-request');
  return language;
}

function registerKeeping(app: FastifyInstance, { node }: HttpContext): void {
  app.put<{ Params: OfRecording; Body: Buffer }>(
    `${path}/:language`,
    {
      bodyLimit: MOST_BYTES,
      config: {
        about: {
          operation: 'keepRecording',
          summary: 'Keeps a motion read aloud in a language (ISO 639); it can be erased, and is no part of the book',
          tag: 'bodies',
          bearer: 'required',
          accepts: Object.fromEntries(mediaTypes.map((type) => [type, { type: 'string', format: 'binary' }])),
          answers: {
            204: { says: 'Kept' },
            400: { says: 'Malformed' },
            401: { says: 'Unknown bearer' },
            403: { says: 'Only who presides or writes in that sitting' },
            404: { says: 'No such motion, or its text was withdrawn' },
            409: { says: 'There are recordings in six other languages' },
            413: { says: 'Larger than 300 kB' },
            415: { says: 'Not a recording that is taken' },
          },
        },
      },
    },
    async (request, reply) => {
      const { book, actor } = await askedBy(request, node);
      const asked = { motion: motionIn(request.params), language: languageIn(request.params), actor };
      const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      const content = request.body;
      if (!(mediaTypes as readonly string[]).includes(mediaType) || !Buffer.isBuffer(content))
        throw new HttpProblem('wrong-content-type');
      if (content.length === 0) throw new HttpProblem('malformed-request');
      const kept = await keepRecording(node, book, asked, { mediaType, content });
      if (kept !== 'kept') throw new HttpProblem(refused[kept]);
      return reply.code(204).send();
    },
  );
}

async function askedBy(request: FastifyRequest<{ Params: OfMotion }>, node: HttpContext['node']) {
  const book = await bodyAt(node, request.params.body);
  return { book, actor: await actorOf(node, request, request.params.body) };
}

function registerReading(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: OfMotion }>(
    path,
    {
      config: {
        about: {
          operation: 'listRecordings',
          summary: 'In which languages a motion can be heard here',
          tag: 'bodies',
          answers: { 200: { says: 'The recordings', content: 'Recordings' }, 404: { says: 'Unknown body' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const recordings = await recordingsOf(node, book, motionIn(request.params));
      return reply.header('cache-control', caching.never).send({ recordings });
    },
  );

  app.get<{ Params: OfRecording }>(
    `${path}/:language`,
    {
      config: {
        about: {
          operation: 'readRecording',
          summary: 'A motion read aloud',
          tag: 'bodies',
          answers: { 200: { says: 'The recording', content: bytes('audio/*') }, 404: { says: 'There is none' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const found = await recordingOf(node, book, motionIn(request.params), languageIn(request.params));
      if (found === null) throw new HttpProblem('no-such-recording');
      // Kept nowhere on the way: it can be erased at any time.
      return reply.header('cache-control', caching.never).type(found.mediaType).send(Buffer.from(found.content));
    },
  );
}

function registerDropping(app: FastifyInstance, { node }: HttpContext): void {
  app.delete<{ Params: OfRecording }>(
    `${path}/:language`,
    {
      config: {
        about: {
          operation: 'eraseRecording',
          summary: 'Erases a motion read aloud',
          tag: 'bodies',
          bearer: 'required',
          answers: {
            204: { says: 'Erased' },
            401: { says: 'Unknown bearer' },
            403: { says: 'Only who presides or writes in that sitting' },
            404: { says: 'There is none' },
          },
        },
      },
    },
    async (request, reply) => {
      const { book, actor } = await askedBy(request, node);
      const asked = { motion: motionIn(request.params), language: languageIn(request.params), actor };
      const dropped = await dropRecording(node, book, asked);
      if (dropped === 'not-allowed') throw new HttpProblem('not-secretary');
      if (dropped === 'nothing') throw new HttpProblem('no-such-recording');
      return reply.code(204).send();
    },
  );
}
