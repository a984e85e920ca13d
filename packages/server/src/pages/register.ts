import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BookView, Node } from '../app/node.ts';
import { actPage } from './act-page.ts';
import { registerAssets, stylesheet } from './assets.ts';
import { bodyPage } from './body-page.ts';
import { bookPage } from './book-page.ts';
import { codePage } from './code-page.ts';
import { type ErrorStatus, errorPage } from './error-page.ts';
import type { Evidence } from './evidence.ts';
import { homePage } from './home-page.ts';
import { languageOf } from './language.ts';
import { type Page, pageText } from './layout.ts';
import { evidenceOf } from './node-evidence.ts';
import { resolutionPage } from './resolution-page.ts';
import { sittingPage } from './sitting-page.ts';
import { type Asked, type ReadNode, type Visit, visitOf } from './visit.ts';

type Params = { readonly body: string; readonly index: string; readonly code: string };
type Query = { readonly lang?: unknown; readonly from?: unknown; readonly before?: unknown; readonly code?: unknown };
type Request = FastifyRequest<{ Params: Params; Querystring: Query }>;
type Answer = Page | { readonly redirect: string } | null;
type Render = (visit: Visit, request: Request) => Promise<Answer>;

/** The public pages: what the books say, for people, without JavaScript. */
export function registerPages(app: FastifyInstance, node: Node): void {
  registerAssets(app);
  registerReading(app, node, evidenceOf(node));
}

/** As `registerPages`, over anything that can be read like a node. */
export function registerReading(app: FastifyInstance, node: ReadNode, evidence: Evidence): void {
  const page = (path: string, render: Render): void => {
    app.get<{ Params: Params; Querystring: Query }>(path, { config: { about: about(path) } }, (request, reply) =>
      answer(node, evidence, render, request, reply),
    );
  };
  const ofBook = (path: string, render: (visit: Visit, book: BookView, request: Request) => Promise<Answer>): void =>
    page(path, async (visit, request) => {
      const book = await node.book(request.params.body);
      return book === null ? null : render(visit, book, request);
    });
  const indexed = (path: string, render: (visit: Visit, book: BookView, index: number) => Promise<Answer>): void =>
    ofBook(path, async (visit, book, { params }) => {
      const index = decimal(params.index);
      return index === null ? null : render(visit, book, index);
    });
  page('/', homePage);
  ofBook('/b/:body', (visit, book, { query }) => bodyOrBook(visit, book, decimal(query.from) ?? 0));
  ofBook('/b/:body/book', (visit, book, { query }) => bookPage(visit, book, decimal(query.before)));
  indexed('/b/:body/sittings/:index', sittingPage);
  ofBook('/b/:body/resolutions/:index', (visit, book, { params }) => resolutionPage(visit, book, params.index));
  indexed('/b/:body/acts/:index', actPage);
  page('/a', async ({ link }, { query }) => ({
    redirect: link(`/a/${encodeURIComponent(typeof query.code === 'string' ? query.code.trim() : '')}`),
  }));
  page('/a/:code', (visit, { params }) => codePage(visit, params.code));
}

const bodyOrBook = (visit: Visit, book: BookView, from: number): Promise<Page> =>
  book.kind === 'body' ? bodyPage(visit, book, from) : bookPage(visit, book, null);

const decimal = (text: unknown): number | null =>
  typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;

async function answer(
  node: ReadNode,
  evidence: Evidence,
  render: Render,
  request: Request,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await visitOf(node, evidence, askedBy(request));
  const made = await render(visit, request);
  if (made !== null && 'redirect' in made) return reply.redirect(made.redirect);
  return send(visit, made ?? errorPage(visit, 404), request, reply);
}

function askedBy(request: FastifyRequest): Asked {
  const { lang } = request.query as Query;
  const asked = typeof lang === 'string' ? lang : undefined;
  const language = languageOf(asked, request.headers['accept-language']);
  const base = `${request.protocol}://${request.host}`;
  return { path: request.url.split('?')[0] ?? '/', base, language, chosen: asked === language };
}

/** For whoever answers errors: does this request want a page rather than JSON? */
export const wantsPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  !/^\/(api|books|witness|openapi|healthz)\b/.test(request.url) &&
  (request.headers.accept ?? '').includes('text/html');

/** The page that says best what an answer of this status means. */
export function pageStatus(status: number): ErrorStatus {
  if (status === 404 || status === 410 || status === 503) return status;
  return status >= 500 ? 500 : 400;
}

/** A page for an error, in the reader's language; needs no database. */
export async function sendErrorPage(
  node: Pick<Node, 'name' | 'now'>,
  request: FastifyRequest,
  reply: FastifyReply,
  status: ErrorStatus,
): Promise<FastifyReply> {
  const nothing = { books: async () => [] } as unknown as ReadNode;
  const bare: ReadNode = { ...nothing, name: node.name, now: () => node.now() };
  const visit = await visitOf(bare, { forks: async () => [], sightings: async () => [] }, askedBy(request));
  return send(visit, errorPage(visit, status), request, reply);
}

const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

async function send(visit: Visit, page: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('content-language', visit.language)
    .header('cache-control', page.status === undefined ? 'public, no-cache' : 'no-store')
    .header('vary', 'accept-language, accept-encoding');
  return reply.send(await compressed(Buffer.from(pageText(visit, page, stylesheet.path)), request, reply));
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compressed(bytes: Buffer, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) {
    reply.header('content-encoding', 'br');
    return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  }
  if (!/\bgzip\b/.test(accepted)) return bytes;
  reply.header('content-encoding', 'gzip');
  return zip(bytes);
}

const about = (path: string) => ({
  operation: `page${path.replace(/[^a-z]+/g, '_')}`,
  summary: 'A page for people',
  tag: 'pages' as const,
  answers: { 200: { says: 'The page', content: { 'text/html': { type: 'string' } } }, 404: { says: 'No such page' } },
});
