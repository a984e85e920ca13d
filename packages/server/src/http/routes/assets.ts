import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caching, sendContent } from '../caching.ts';
import { type Encoding, encodingFor } from '../compression.ts';
import { HttpProblem } from '../problem.ts';
import { type About, bytes } from '../route.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** One name, no path: nothing outside the folder can be asked for. */
const fileName = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}$/;

/** Also said of the few assets that the server makes itself: for whoever asks they are one place. */
export const aboutAssets: About = {
  path: '/assets/{name}',
  operation: 'readAsset',
  summary: 'Scripts, styles and pictures of the pages',
  tag: 'pages',
  answers: { 200: { says: 'The file', content: bytes('application/octet-stream') }, 404: { says: 'No such file' } },
};

/** Scripts and styles of the built client; the builder puts a hash of their content into their names. */
export function registerAssets(app: FastifyInstance, web: string | undefined): void {
  const folder = web === undefined ? undefined : join(web, 'assets');
  app.get<{ Params: { name: string } }>('/assets/:name', { config: { about: aboutAssets } }, (request, reply) =>
    sendAsset(request, reply, { folder, name: request.params.name }),
  );
}

/** One file of a folder that the builder has made. */
export async function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  { folder, name }: { readonly folder: string | undefined; readonly name: string },
): Promise<FastifyReply> {
  const type = types[extname(name)];
  if (folder === undefined || type === undefined || !fileName.test(name)) throw new HttpProblem('no-such-page');
  const file = join(folder, name);
  const packed = await packedFile(file, encodingFor(request.headers['accept-encoding']));
  const content = packed?.bytes ?? (await readFile(file).catch(() => null));
  if (content === null) throw new HttpProblem('no-such-page');
  if (packed !== null) reply.header('content-encoding', packed.encoding);
  if (asksForNothing.has(extname(name))) for (const header of forDocuments) reply.removeHeader(header);
  return sendContent(request, reply, { type, cache: caching.forever, bytes: content });
}

const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/** As the builder has packed it, with more patience than there is while somebody waits. */
async function packedFile(file: string, encoding: Encoding | null) {
  if (encoding === null) return null;
  const bytes = await readFile(file + endings[encoding]).catch(() => null);
  return bytes === null ? null : { bytes, encoding };
}

/** Scripts, styles and the node's own mark are no documents: what a document may load or open is said with the page that names them. */
const asksForNothing: ReadonlySet<string> = new Set(['.js', '.css']);
export const forDocuments = [
  'content-security-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'referrer-policy',
];
