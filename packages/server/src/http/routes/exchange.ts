import { isOrigin } from '@cabildo/book';
import type { FastifyInstance } from 'fastify';
import { addMirror, type MirrorAdded, type PullOutcome, pullMirror } from '../../app/exchange/mirrors.ts';
import { addCheckpoint, trustLog, witnessedCheckpoint, witnessKey } from '../../app/exchange/witness.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { plainText } from '../route.ts';
import { requireOperator } from '../who-asks.ts';

const originField = { type: 'string', minLength: 3, maxLength: 200 } as const;
const keyField = { type: 'string', minLength: 10, maxLength: 400, description: 'Verifier key (C2SP)' } as const;

export function registerExchange(app: FastifyInstance, context: HttpContext): void {
  registerMirrors(app, context);
  registerPull(app, context);
  registerTrust(app, context);
  registerWitness(app, context);
}

interface MirrorBody {
  readonly origin: string;
  readonly key: string;
  readonly url?: string;
  readonly directory?: string;
}

const mirrorSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['origin', 'key'],
  properties: {
    origin: originField,
    key: { ...keyField, description: 'Verifier key of the book, known from elsewhere than from its source' },
    url: { type: 'string', maxLength: 2_000, pattern: '^https?://', description: 'http://…/books/<body>' },
    directory: { type: 'string', minLength: 1, maxLength: 4_000, description: 'On the node’s own machine' },
  },
  minProperties: 3,
  maxProperties: 3,
} as const;

function registerMirrors(app: FastifyInstance, { node }: HttpContext): void {
  app.post<{ Body: MirrorBody }>(
    '/api/mirrors',
    {
      schema: { body: mirrorSchema },
      config: {
        about: {
          operation: 'addMirror',
          summary: 'Keeps a copy of another node’s book, from its `url` or a `directory`; by the operator',
          tag: 'exchange',
          bearer: 'required',
          answers: {
            200: { says: 'Known already; the source is this one now', content: 'Mirror' },
            201: { says: 'Added', content: 'Mirror' },
          },
        },
      },
    },
    async (request, reply) => {
      await requireOperator(node, request);
      const { origin, key, url, directory } = request.body;
      const source = url ?? directory;
      if (!isOrigin(origin) || source === undefined) throw new HttpProblem('invalid-input', 'not an origin');
      const added = await addMirror(node, { origin, key, source });
      if (added.kind === 'refused') throw notMirrored(added);
      return reply.code(added.kind === 'added' ? 201 : 200).send(added);
    },
  );
}

const notMirrored = ({ reason, detail }: Extract<MirrorAdded, { kind: 'refused' }>): HttpProblem =>
  new HttpProblem(reason === 'bad-key' ? 'invalid-input' : 'not-mirrored', { reason, detail });

function registerPull(app: FastifyInstance, { node }: HttpContext): void {
  app.post<{ Params: { '*': string } }>(
    '/api/mirrors/*',
    {
      config: {
        about: {
          path: '/api/mirrors/{origin}/pull',
          operation: 'pullMirror',
          summary: 'Brings a copy up to its source, whole or not at all; by the operator',
          tag: 'exchange',
          bearer: 'required',
          answers: {
            200: { says: 'Grown, current, or the source is behind', content: 'Pull' },
            404: { says: 'No copy of that book is kept here' },
            409: { says: 'A fork was found, or what the source gave does not extend the copy' },
          },
        },
      },
    },
    async (request, reply) => {
      const origin = /^(.+)\/pull$/.exec(request.params['*'])?.[1];
      if (origin === undefined || !isOrigin(origin)) throw new HttpProblem('no-such-page');
      await requireOperator(node, request);
      const outcome = await pullMirror(node, origin);
      const fault = faultOf(outcome);
      if (fault !== null) throw fault;
      return reply.send(outcome);
    },
  );
}

function faultOf(outcome: PullOutcome): HttpProblem | null {
  if (outcome.kind === 'fork') return new HttpProblem('fork', { number: outcome.number });
  if (outcome.kind !== 'refused') return null;
  if (outcome.reason === 'unknown-mirror') return new HttpProblem('unknown-body');
  return new HttpProblem('not-pulled', { reason: outcome.reason, detail: outcome.detail });
}

function registerTrust(app: FastifyInstance, { node }: HttpContext): void {
  app.post<{ Body: { origin: string; key: string } }>(
    '/api/witnessed',
    {
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['origin', 'key'],
          properties: { origin: originField, key: keyField },
        },
      },
      config: {
        about: {
          operation: 'witnessLog',
          summary: 'From now on this node cosigns heads of that log (another node’s log of heads); by the operator',
          tag: 'exchange',
          bearer: 'required',
          answers: { 200: { says: 'It does; `witness` is its key as a witness', content: 'Witnessing' } },
        },
      },
    },
    async (request, reply) => {
      await requireOperator(node, request);
      const { origin, key: vkey } = request.body;
      if (!isOrigin(origin)) throw new HttpProblem('invalid-input', 'not an origin');
      const trusted = await trustLog(node, { origin, vkey });
      if (trusted.kind === 'refused') {
        const { reason, detail } = trusted;
        throw new HttpProblem(reason === 'bad-key' ? 'invalid-input' : 'not-mirrored', { reason, detail });
      }
      return reply.send({ origin, witness: witnessKey(node) });
    },
  );
}

/** The witness's half of https://c2sp.org/tlog-witness; its answers are the protocol's, not problems of ours. */
function registerWitness(app: FastifyInstance, { node }: HttpContext): void {
  app.get(
    '/witness/key.txt',
    {
      config: {
        about: {
          operation: 'witnessKey',
          summary: 'This node’s verifier key as a witness (cosignature/v1)',
          tag: 'exchange',
          answers: { 200: { says: 'The key', content: plainText } },
        },
      },
    },
    async (request, reply) =>
      sendContent(request, reply, {
        type: 'text/plain; charset=utf-8',
        cache: caching.ask,
        bytes: `${witnessKey(node)}\n`,
      }),
  );
  app.get<{ Params: { hash: string } }>(
    '/witness/:hash/checkpoint',
    {
      config: {
        about: {
          operation: 'witnessedCheckpoint',
          summary: 'The last checkpoint that this node has cosigned of a log',
          tag: 'exchange',
          answers: { 200: { says: 'Signed note', content: plainText }, 404: { says: 'None was cosigned' } },
        },
      },
    },
    async (request, reply) => {
      const { hash } = request.params;
      const note = /^[0-9a-f]{64}$/.test(hash) ? await witnessedCheckpoint(node, hash) : null;
      if (note === null) throw new HttpProblem('no-such-page');
      return sendContent(request, reply, { type: 'text/plain; charset=utf-8', cache: caching.ask, bytes: note });
    },
  );
  registerAddCheckpoint(app, { node });
}

function registerAddCheckpoint(app: FastifyInstance, { node }: Pick<HttpContext, 'node'>): void {
  app.register((scope, _options, done) => {
    // Whatever type a log's client names: the body is text of the protocol.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post<{ Body: Buffer | undefined }>(
      '/witness/add-checkpoint',
      {
        config: {
          about: {
            operation: 'addCheckpoint',
            summary: 'tlog-witness: cosigns a checkpoint that extends the last one that was cosigned',
            tag: 'exchange',
            accepts: plainText,
            answers: {
              200: { says: 'Cosignature lines', content: plainText },
              409: {
                says: 'The old size is not the one that was cosigned last',
                content: { 'text/x.tlog.size': { type: 'string' } },
              },
              422: { says: 'The proof does not hold', content: plainText },
            },
          },
        },
      },
      async (request, reply) => {
        const answer = await addCheckpoint(node, request.body ?? Buffer.alloc(0));
        return reply.code(answer.status).type(answer.contentType).send(answer.body);
      },
    );
    done();
  });
}
