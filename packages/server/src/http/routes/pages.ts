import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BookView, Node } from '../../app/node.ts';
import { actPage } from '../../pages/act-page.ts';
import { bodyPage } from '../../pages/body-page.ts';
import { bookPage } from '../../pages/book-page.ts';
import { candidatesPage } from '../../pages/candidates-page.ts';
import { codePage } from '../../pages/code-page.ts';
import { consultationPage } from '../../pages/consultation-page.ts';
import { errorPage } from '../../pages/error-page.ts';
import { homePage } from '../../pages/home-page.ts';
import type { Page } from '../../pages/layout.ts';
import { minutesPage } from '../../pages/minutes-page.ts';
import { posterPage } from '../../pages/poster-page.ts';
import { resolutionPage } from '../../pages/resolution-page.ts';
import { sittingPage } from '../../pages/sitting-page.ts';
import { statutePage } from '../../pages/statute-page.ts';
import type { Visit } from '../../pages/visit.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { registerPageAssets } from '../page-assets.ts';
import { sendPage, visitBy } from '../page-reply.ts';
import { isBookName } from '../who-asks.ts';

type Params = { readonly body: string; readonly index: string; readonly code: string };
type Query = {
  readonly from?: unknown;
  readonly before?: unknown;
  readonly code?: unknown;
  readonly q?: unknown;
  readonly below?: unknown;
};
type Request = FastifyRequest<{ Params: Params; Querystring: Query }>;
type Answer = Page | { readonly redirect: string } | null;
type Render = (visit: Visit, request: Request) => Promise<Answer>;

/** The public pages: what the books say, for people, without JavaScript. */
export function registerPages(app: FastifyInstance, { node }: HttpContext): void {
  registerPageAssets(app);
  const page: Registering = (path, operation, summary, render) => {
    const answers = { 200: { says: 'The page', content: html }, 404: { says: 'Not here, as a page', content: html } };
    const about = { operation, summary, tag: 'pages' as const, answers };
    app.get<{ Params: Params; Querystring: Query }>(path, { config: { about } }, (request, reply) =>
      answer(node, render, request, reply),
    );
  };
  const ofBook =
    (render: (visit: Visit, book: BookView, request: Request) => Promise<Answer>): Render =>
    async (visit, request) => {
      const { body } = request.params;
      const book = isBookName(body) ? await node.book(body) : null;
      return book === null ? null : render(visit, book, request);
    };
  const indexed: Indexed = (render) =>
    ofBook(async (visit, book, { params }) => {
      const index = decimal(params.index);
      return index === undefined ? null : render(visit, book, index);
    });
  page('/', 'homePage', 'The bodies of this node, or those that `q` looks for', home);
  page('/b/:body', 'bodyPage', 'A body: sittings, resolutions, delegates, who answers to whom', ofBook(bodyOrBook));
  page(
    '/b/:body/book',
    'bookPage',
    'How to verify the book, its head and its acts',
    ofBook((visit, book, { query }) => bookPage(visit, book, number(query.before) ?? null)),
  );
  page(
    '/b/:body/statute',
    'statutePage',
    'The statute in force, article by article, with its versions',
    ofBook((visit, book) => statutePage(visit, book, null)),
  );
  page(
    '/b/:body/statute/:index',
    'statuteVersionPage',
    'The statute as an act adopted it, or as a motion proposes it, and what changes',
    indexed(statutePage),
  );
  registerSittingPages(page, indexed);
  page(
    '/b/:body/resolutions/:index',
    'resolutionPage',
    'The whole way of a resolution',
    ofBook((visit, book, { params }) => resolutionPage(visit, book, params.index)),
  );
  page(
    '/b/:body/consultations/:index',
    'consultationPage',
    'A consultation: tiers, bases, silence, and whether it is settled',
    ofBook(consultation),
  );
  page(
    '/b/:body/candidates/:index',
    'candidatesPage',
    'Who stands in the election that a motion holds, by number, to print and put up',
    indexed(candidatesPage),
  );
  page('/b/:body/acts/:index', 'actPage', 'An act, in words and byte by byte', indexed(actPage));
  page('/a', 'askForCode', 'Goes to the act whose code was typed', toCode);
  page('/a/:code', 'codePage', 'The act of this code', (visit, { params }) => codePage(visit, params.code));
}

type Registering = (path: string, operation: string, summary: string, render: Render) => void;
type Indexed = (render: (visit: Visit, book: BookView, index: number) => Promise<Answer>) => Render;

function registerSittingPages(page: Registering, indexed: Indexed): void {
  page('/b/:body/sittings/:index', 'sittingPage', 'A sitting', indexed(sittingPage));
  page(
    '/b/:body/sittings/:index/minutes',
    'minutesPage',
    'The minutes of a sitting, made from its acts, to print and sign',
    indexed(minutesPage),
  );
  page(
    '/b/:body/sittings/:index/poster',
    'posterPage',
    'The convocation of a sitting, to print and put up',
    indexed(posterPage),
  );
}

const html = { 'text/html': { type: 'string' } } as const;

const bodyOrBook = (visit: Visit, book: BookView, { query }: Request): Promise<Page> =>
  book.kind === 'body' ? bodyPage(visit, book, number(query.from) ?? 0) : bookPage(visit, book, null);

const typed = (text: unknown, max: number): string => (typeof text === 'string' ? text.trim().slice(0, max) : '');

const home: Render = (visit, { query }) => homePage(visit, { q: typed(query.q, 80), from: number(query.from) ?? 0 });

const toCode: Render = async ({ link }, { query }) => ({
  redirect: link(`/a/${encodeURIComponent(typed(query.code, 60))}`),
});

async function consultation(visit: Visit, book: BookView, { params, query }: Request): Promise<Page | null> {
  const index = number(params.index);
  const body = typeof query.below === 'string' && query.below !== '' ? query.below : null;
  return index === undefined ? null : consultationPage(visit, book, index, { from: number(query.from) ?? 0, body });
}

const number = (text: unknown): number | undefined => (typeof text === 'string' ? decimal(text) : undefined);

async function answer(node: Node, render: Render, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const visit = visitBy(request, node, await node.books());
  const made = await render(visit, request);
  if (made !== null && 'redirect' in made) return reply.redirect(made.redirect);
  return sendPage(visit, made ?? errorPage(visit, 404), request, reply);
}
