import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ballotPageFiles } from '../ballot-page.ts';
import { saidOrProblem } from '../ballot-said.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { bytes, plainText } from '../route.ts';

type OfElection = { readonly election: string };

const path = '/ballot/api/:election';

/** As large as a ballot of a question with many answers can be. */
const BALLOT_LIMIT = 256 * 1024;

const unknown = { 404: { says: 'No such election' } } as const;

/** The box and the board of an election: nobody who comes here says who they are, and nothing about them is kept. */
export function registerBallotBox(app: FastifyInstance, context: HttpContext, web: string | undefined): void {
  registerStatus(app, context);
  registerCasting(app, context);
  registerBoard(app, context);
  registerFiles(app, context, web);
}

function registerStatus(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: OfElection }>(
    path,
    {
      config: {
        about: {
          operation: 'readSecretVote',
          summary:
            'Where a secret vote stands: trustees, credentials, box, result. Nothing of an open box but how many ballots are in it',
          tag: 'ballot',
          answers: { 200: { says: 'Where it stands', content: 'SecretVote' }, ...unknown },
        },
      },
    },
    async (request, reply) => {
      const status = saidOrProblem(await node.ballots.status(request.params.election));
      const content = JSON.stringify(status);
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes: content });
    },
  );
}

function registerCasting(app: FastifyInstance, { node }: HttpContext): void {
  app.post<{ Params: OfElection; Body: string }>(
    `${path}/box`,
    {
      bodyLimit: BALLOT_LIMIT,
      config: {
        about: {
          operation: 'castBallot',
          summary:
            'Puts a ballot into the box, byte for byte as it will stand in the archive. Nothing else that comes with it is looked at',
          tag: 'ballot',
          accepts: { 'application/json': { type: 'object' } },
          answers: {
            200: { says: 'It was there before', content: 'Cast' },
            202: { says: 'It is on disk, and will be on the board with the next batch', content: 'Cast' },
            ...unknown,
            409: { says: 'Something is wrong with it, or the box is not open' },
            413: { says: 'Larger than a ballot' },
            503: { says: 'Not now; the same again later' },
          },
        },
      },
    },
    async (request, reply) => {
      const { tracker, known } = saidOrProblem(await node.ballots.cast(request.params.election, textOf(request.body)));
      return reply
        .code(known ? 200 : 202)
        .header('cache-control', caching.never)
        .send({ tracker });
    },
  );
}

function textOf(body: unknown): string {
  if (typeof body !== 'string' || body === '') throw new HttpProblem('malformed-request');
  return body;
}

function registerBoard(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: OfElection }>(
    `${path}/trackers`,
    {
      config: {
        about: {
          operation: 'readTrackers',
          summary: 'Trackers of all ballots on the board, a line each: whoever looks for one does not tell which',
          tag: 'ballot',
          answers: { 200: { says: 'Trackers', content: plainText }, ...unknown },
        },
      },
    },
    async (request, reply) => {
      const trackers = saidOrProblem(await node.ballots.trackers(request.params.election));
      const lines = trackers.map((tracker) => `${tracker}\n`).join('');
      return sendContent(request, reply, { type: 'text/plain; charset=utf-8', cache: caching.ask, bytes: lines });
    },
  );

  app.get<{ Params: OfElection }>(
    `${path}/archive.bel`,
    {
      config: {
        about: {
          operation: 'readBallotArchive',
          summary:
            'The board as it is now, in Belenios’s format: `belenios-tool election verify`, `cabildo ballot verify`',
          tag: 'ballot',
          answers: { 200: { says: 'The archive', content: bytes('application/x-tar') }, ...unknown },
        },
      },
    },
    async (request, reply) => {
      const { election } = request.params;
      const { head, length, pieces } = saidOrProblem(await node.ballots.archive(election));
      const tag = `"${head}"`;
      reply.header('etag', tag).header('cache-control', caching.ask);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return asArchive(reply, election).header('content-length', length).send(Readable.from(pieces()));
    },
  );
}

const asArchive = (reply: FastifyReply, name: string): FastifyReply =>
  reply.type('application/x-tar').header('content-disposition', `attachment; filename="${name}.bel"`);

function registerFiles(app: FastifyInstance, { node }: HttpContext, web: string | undefined): void {
  app.get<{ Params: OfElection & { readonly hash: string } }>(
    `${path}/files/:hash`,
    {
      config: {
        about: {
          operation: 'readElectionFile',
          summary: 'A file of an election by its SHA-256, in hexadecimal or as the book has it',
          tag: 'ballot',
          answers: { 200: { says: 'The file', content: bytes('application/json') }, ...unknown },
        },
      },
    },
    async (request, reply) => {
      const { election, hash } = request.params;
      const content = saidOrProblem(await node.ballots.file(election, hashIn(hash)));
      return sendContent(request, reply, { type: 'application/json', cache: caching.forever, bytes: content });
    },
  );

  app.get<{ Params: OfElection }>(
    `${path}/page`,
    {
      config: {
        about: {
          operation: 'readBallotPageFiles',
          summary:
            'Files of the pages for voters, trustees and tellers with their SHA-256, and the hash over them that the book has',
          tag: 'ballot',
          answers: { 200: { says: 'The files', content: 'BallotPage' }, ...unknown },
        },
      },
    },
    async (request, reply) => {
      const { page } = saidOrProblem(await node.ballots.status(request.params.election));
      const { files, hash } = await ballotPageFiles(web);
      return reply.header('cache-control', caching.never).send({ files, hash, inBook: page });
    },
  );
}

function hashIn(text: string): Uint8Array {
  const found = Buffer.from(text, /^[0-9a-f]{64}$/.test(text) ? 'hex' : 'base64');
  if (found.length !== 32) throw new HttpProblem('no-such-election');
  return found;
}
