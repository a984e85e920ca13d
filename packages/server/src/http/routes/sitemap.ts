import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { robotsText, sitemap } from '../../pages/sitemap.ts';
import { caching, sendContent, sendLazily } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { plainText } from '../route.ts';

const baseOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

/** Of one address of this node, as long as no page comes or goes that can be found. */
interface Kept {
  readonly version: number;
  readonly bytes: Buffer;
  readonly tag: string;
}

/** Addresses by which a node is reached are few; whoever invents others has them made again. */
const KEPT = 6;

/** For search engines: which public pages there are, and which addresses are none. */
export function registerSitemap(app: FastifyInstance, { node }: HttpContext): void {
  app.get(
    '/robots.txt',
    {
      config: {
        about: {
          operation: 'robots',
          summary: 'Which addresses are no pages to be found, and where those are listed that are',
          tag: 'pages',
          answers: { 200: { says: 'As RFC 9309 has it', content: plainText } },
        },
      },
    },
    (request, reply) =>
      sendContent(request, reply, {
        type: 'text/plain; charset=utf-8',
        cache: caching.hour,
        bytes: robotsText(baseOf(request)),
      }),
  );

  const kept = new Map<string, Kept>();
  const made = async (base: string, part: number | null): Promise<Kept> => {
    const { version } = await node.listed({ from: 0, most: 0 });
    const key = `${base} ${part}`;
    const known = kept.get(key);
    if (known?.version === version) return known;
    const bytes = Buffer.from((await sitemap(node, base, part)) ?? '');
    const now = { version, bytes, tag: hash('sha256', bytes, 'base64url') };
    kept.delete(key);
    kept.set(key, now);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return now;
  };
  const send = async (request: FastifyRequest, reply: FastifyReply, part: number | null): Promise<FastifyReply> => {
    const { tag, bytes } = await made(baseOf(request), part);
    if (bytes.length === 0) throw new HttpProblem('no-such-page');
    return sendLazily(request, reply, { type, cache: caching.ask, tag, make: () => bytes });
  };
  app.get(
    '/sitemap.xml',
    about(
      'sitemap',
      'Bodies, resolutions, consultations and guides by their addresses, or an index where they are many',
    ),
    (request, reply) => send(request, reply, null),
  );
  app.get<{ Params: { part: string } }>(
    '/sitemap/:part',
    about('sitemapPart', 'One part of a list of more than 50,000 addresses'),
    (request, reply) => send(request, reply, decimal(request.params.part.replace(/\.xml$/, '')) ?? 0),
  );
}

const type = 'application/xml; charset=utf-8';

const about = (operation: string, summary: string) => ({
  config: {
    about: {
      operation,
      summary,
      tag: 'pages' as const,
      answers: {
        200: { says: 'As sitemaps.org has it', content: { 'application/xml': { type: 'string' } } },
        404: { says: 'No such part' },
      },
    },
  },
});
