import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { robotsText, sitemap } from '../../pages/sitemap.ts';
import { caching, sendContent, sendLazily } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { KeptPages } from '../kept-pages.ts';
import { HttpProblem } from '../problem.ts';
import { plainText } from '../route.ts';

const baseOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

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

  const kept = new KeptPages(node);
  const send = async (request: FastifyRequest, reply: FastifyReply, part: number | null): Promise<FastifyReply> => {
    const base = baseOf(request);
    const made = await kept.get(`${base} ${part}`, async (from) => {
      const bytes = Buffer.from((await sitemap(from.node, base, part)) ?? '');
      return { status: bytes.length === 0 ? 404 : undefined, bytes, tag: hash('sha256', bytes, 'base64url') };
    });
    if ('redirect' in made || made.status === 404) throw new HttpProblem('no-such-page');
    const { tag, bytes } = made;
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
