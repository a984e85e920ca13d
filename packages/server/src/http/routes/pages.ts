import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BookView, Node } from '../../app/node.ts';
import { accountsPage } from '../../pages/accounts-page.ts';
import { actPage } from '../../pages/act-page.ts';
import { bodyList, bodyPage } from '../../pages/body-page.ts';
import { listed } from '../../pages/body-resolutions.ts';
import { bookPage } from '../../pages/book-page.ts';
import { candidatesPage } from '../../pages/candidates-page.ts';
import { checkPage } from '../../pages/check-page.ts';
import { codePage } from '../../pages/code-page.ts';
import { consultationKit } from '../../pages/consultation-kit.ts';
import { consultationPage } from '../../pages/consultation-page.ts';
import { silentBases } from '../../pages/consultation-silent.ts';
import { consultationWall } from '../../pages/consultation-wall.ts';
import { correspondencePage } from '../../pages/correspondence-page.ts';
import { credentialsPage } from '../../pages/credentials-page.ts';
import { demandsPage } from '../../pages/demands-page.ts';
import { errorPage } from '../../pages/error-page.ts';
import { guidePage, guidesPage } from '../../pages/guide/guide-page.ts';
import { homePage } from '../../pages/home-page.ts';
import type { Page } from '../../pages/layout.ts';
import type { Alone } from '../../pages/listing.ts';
import { mapPage } from '../../pages/map-page.ts';
import { minutesPage } from '../../pages/minutes-page.ts';
import { posterPage } from '../../pages/poster-page.ts';
import { resolutionPage } from '../../pages/resolution-page.ts';
import { searchPage } from '../../pages/search-page.ts';
import { seatPage } from '../../pages/seat-page.ts';
import { sittingPage } from '../../pages/sitting-page.ts';
import { statutePage } from '../../pages/statute-page.ts';
import { supplyItemPage } from '../../pages/supply-item-page.ts';
import { supplyPage } from '../../pages/supply-page.ts';
import { type Asked, type Visit, visitWith } from '../../pages/visit.ts';
import { weekPage } from '../../pages/week-page.ts';
import type { HttpContext } from '../context.ts';
import { readGuide } from '../guide-files.ts';
import { decimal } from '../input-parsing.ts';
import { KeptPages } from '../kept-pages.ts';
import { registerPageAssets } from '../page-assets.ts';
import { askedBy, madePage, sendKept } from '../page-reply.ts';
import { isBookName } from '../who-asks.ts';

type Params = Readonly<Record<'body' | 'index' | 'code' | 'above' | 'name', string>> & { readonly seat?: string };
type Query = Readonly<Record<string, unknown>>;
type Request = FastifyRequest<{ Params: Params; Querystring: Query }>;
type Answer = Page | { readonly redirect: string } | null;
type Render = (visit: Visit, request: Request) => Promise<Answer>;

/** The public pages: what the books say, for people, without JavaScript. */
export function registerPages(app: FastifyInstance, { node, onAsked }: HttpContext): void {
  registerPageAssets(app);
  const kept = new KeptPages(node, onAsked);
  // Whoever comes first after a start shall not wait for it.
  app.addHook('onListen', async () => {
    node.directory().catch(() => undefined);
  });
  const answers = { 200: { says: 'The page', content: html }, 404: { says: 'Not here, as a page', content: html } };
  for (const [path, operation, summary, render] of pages) {
    const about = { operation, summary, tag: 'pages' as const, answers };
    app.get<{ Params: Params; Querystring: Query }>(path, { config: { about } }, (request, reply) =>
      answer({ node, kept }, render, request, reply),
    );
  }
}

const html = { 'text/html': { type: 'string' } } as const;

const ofBook =
  (render: (visit: Visit, book: BookView, request: Request) => Promise<Answer>): Render =>
  async (visit, request) => {
    const { body } = request.params;
    const book = isBookName(body) ? await visit.node.book(body) : null;
    return book === null ? null : render(visit, book, request);
  };

const indexed = (render: (visit: Visit, book: BookView, index: number) => Promise<Answer>): Render =>
  ofBook(async (visit, book, { params }) => {
    const index = decimal(params.index);
    return index === undefined ? null : render(visit, book, index);
  });

/** What is kept of a page is kept until a word of its language changes, or there is another language to choose. */
const languagesIn = ({ tongue, others }: Asked): string => [tongue.version, ...others.map(({ tag }) => tag)].join(',');

const typed = (text: unknown, max: number): string => (typeof text === 'string' ? text.trim().slice(0, max) : '');
const asText = (text: unknown): string | null => (typeof text === 'string' && text !== '' ? text : null);

const number = (text: unknown): number | undefined => (typeof text === 'string' ? decimal(text) : undefined);

/** A body by its name here, or by its origin. */
const bodyNamed = (text: unknown): string | null => (typeof text === 'string' && isBookName(text) ? text : null);

const home: Render = (visit, { query }) => {
  const from = number(query.from) ?? 0;
  const q = typeof query.q === 'string' ? query.q.trim() : '';
  return q === '' ? homePage(visit, { within: bodyNamed(query.in), from }) : searchPage(visit, { q, from });
};

const map: Render = (visit, { query }) =>
  query.in !== undefined && bodyNamed(query.in) === null
    ? Promise.resolve(null)
    : mapPage(visit, { within: bodyNamed(query.in), from: number(query.from) ?? 0 });

const check: Render = (visit, { query }) =>
  checkPage(visit, typeof query.reference === 'string' ? query.reference : '');

const toCode: Render = async ({ link }, { query }) => ({
  redirect: link(`/a/${encodeURIComponent(typed(query.code, 60))}`),
});

/** The list that a page shows by itself; null for the page with all of them. */
const aloneIn = ({ query }: Request): Alone | null =>
  query.list === undefined ? null : { list: typed(query.list, 40), from: number(query.from) ?? 0 };

function bodyOrBook(visit: Visit, book: BookView, request: Request): Promise<Page | null> {
  if (book.kind !== 'body') return bookPage(visit, book, null);
  const { query } = request;
  const alone = aloneIn(request);
  return alone === null
    ? bodyPage(visit, book, listed(number(query.from) ?? 0, query.only))
    : bodyList(visit, book, alone);
}

async function consultation(visit: Visit, book: BookView, { params, query }: Request): Promise<Page | null> {
  const index = number(params.index);
  const body = typeof query.below === 'string' && query.below !== '' ? query.below : null;
  return index === undefined ? null : consultationPage(visit, book, index, { from: number(query.from) ?? 0, body });
}

const kit = ofBook(async (visit, book, { params, query }) => {
  const index = number(params.index);
  if (index === undefined || (query.for !== undefined && bodyNamed(query.for) === null)) return null;
  return consultationKit(visit, book, index, bodyNamed(query.for));
});

const silent = ofBook(async (visit, book, { params, query }) => {
  const index = number(params.index);
  const body = bodyNamed(query.below);
  return index === undefined ? null : silentBases(visit, book, index, { from: number(query.from) ?? 0, body });
});

const seat = ofBook(async (visit, book, request) => {
  const { above, seat: place } = request.params;
  const at = number(place);
  return at === undefined || !isBookName(above)
    ? null
    : seatPage(visit, book, { above, seat: at, alone: aloneIn(request) });
});

/** One card is what a printed code leads to; all of them are a sheet to print. */
const credentials = ofBook(async (visit, book, { params, query }) => {
  const place = params.seat === undefined ? undefined : number(params.seat);
  const above = isBookName(params.above) ? await visit.node.book(params.above) : null;
  if (book.kind !== 'body' || above?.kind !== 'body' || (params.seat !== undefined && place === undefined)) return null;
  return credentialsPage(visit, book, { above, seat: place ?? null, act: typed(query.act, 20) });
});

/** Path, operation, summary, and who makes the page. */
const pages: readonly (readonly [string, string, string, Render])[] = [
  [
    '/',
    'homePage',
    'The bodies of this node as a tree, those below the body `in`, or what `q` looks for: bodies, resolutions, measures',
    home,
  ],
  ['/map', 'mapPage', 'The territories of the federation’s first tier, or of the bodies below the body `in`', map],
  ['/check', 'checkPage', 'The act to which `reference` leads, with its proof', check],
  ['/b/:body', 'bodyPage', 'A body: sittings, resolutions, delegates, who answers to whom', ofBook(bodyOrBook)],
  [
    '/b/:body/book',
    'bookPage',
    'How to verify the book, its head and its acts',
    ofBook((visit, book, { query }) => bookPage(visit, book, number(query.before) ?? null)),
  ],
  [
    '/b/:body/statute',
    'statutePage',
    'The statute in force, article by article, with its versions',
    ofBook((visit, book) => statutePage(visit, book, null)),
  ],
  [
    '/b/:body/statute/:index',
    'statuteVersionPage',
    'The statute as an act adopted it, or as a motion proposes it, and what changes',
    indexed(statutePage),
  ],
  [
    '/b/:body/credentials/:above',
    'credentialsPage',
    'Cards of the seats that this body fills in one above, to print',
    credentials,
  ],
  [
    '/b/:body/credentials/:above/:seat',
    'credentialPage',
    'The card of one seat, and whether `act` names its election',
    credentials,
  ],
  ['/b/:body/week', 'weekPage', 'What waits for a body, as a sheet to print and put up', ofBook(weekPage)],
  ['/b/:body/sittings/:index', 'sittingPage', 'A sitting', indexed(sittingPage)],
  [
    '/b/:body/sittings/:index/minutes',
    'minutesPage',
    'The minutes of a sitting, made from its acts, to print and sign',
    indexed(minutesPage),
  ],
  [
    '/b/:body/sittings/:index/poster',
    'posterPage',
    'The convocation of a sitting, to print and put up',
    indexed(posterPage),
  ],
  [
    '/b/:body/resolutions/:index',
    'resolutionPage',
    'The whole way of a resolution',
    ofBook((visit, book, { params }) => resolutionPage(visit, book, params.index)),
  ],
  [
    '/b/:body/consultations/:index',
    'consultationPage',
    'A consultation: tiers, bases, silence, and whether it is settled',
    ofBook(consultation),
  ],
  [
    '/b/:body/consultations/:index/kit',
    'consultationKitPage',
    'What a base needs to answer, to print: letter, text, arguments, ballot poster, form; with the name of the base `for`',
    kit,
  ],
  [
    '/b/:body/consultations/:index/silent',
    'silentBasesPage',
    'The bases that have not answered, to print for whoever goes there; those below the body `below`',
    silent,
  ],
  [
    '/b/:body/consultations/:index/wall',
    'consultationWallPage',
    'How far a consultation has come, by bases and by members, with the line that it must cross: for a projector',
    indexed(async (visit, book, index) => consultationWall(visit, book, index)),
  ],
  [
    '/b/:body/correspondence',
    'correspondencePage',
    'What the body was asked from above and what came of it, what it sent up, and what came up to it',
    ofBook((visit, book, request) => correspondencePage(visit, book, aloneIn(request))),
  ],
  [
    '/b/:body/seats/:above/:seat',
    'seatPage',
    'A seat that the body sends to one above: credential, mandates beside votes, reports',
    seat,
  ],
  ['/b/:body/demands/:index', 'demandsPage', 'A list of demands with the state of each', indexed(demandsPage)],
  [
    '/b/:body/supply',
    'bodySupplyPage',
    'What came, what went where, who was left out and why, of a committee that shares out goods',
    ofBook((visit, book, request) => supplyPage(visit, book, aloneIn(request))),
  ],
  [
    '/b/:body/supply/:index',
    'supplyItemPage',
    'The same of one item: the sum, and each site with what it needs, was given and why it goes without',
    ofBook(async (visit, book, request) => {
      const { params, query } = request;
      const index = number(params.index);
      const [from, alone] = [number(query.from) ?? 0, query.list === 'unsettled' ? aloneIn(request) : null];
      return index === undefined ? null : supplyItemPage(visit, book, index, { from, alone });
    }),
  ],
  [
    '/b/:body/accounts',
    'accountsPage',
    'Open books: the last report with the assembly’s word on it, balances, entries; of one `account`; whether a `receipt` (SHA-256, hexadecimal) is booked',
    ofBook((visit, book, { query }) =>
      accountsPage(visit, book, {
        account: asText(query.account),
        from: number(query.from) ?? 0,
        receipt: asText(query.receipt),
      }),
    ),
  ],
  [
    '/b/:body/candidates/:index',
    'candidatesPage',
    'Who stands in the election that a motion holds, by number, to print and put up',
    indexed(candidatesPage),
  ],
  ['/b/:body/acts/:index', 'actPage', 'An act, in words and byte by byte', indexed(actPage)],
  ['/guide', 'guidesPage', 'The guides of this node', (visit) => guidesPage(visit, readGuide)],
  [
    '/guide/:name',
    'guidePage',
    'A guide, step by step',
    (visit, { params }) => guidePage(visit, params.name, readGuide),
  ],
  ['/a', 'askForCode', 'Goes to the act whose code was typed', toCode],
  ['/a/:code', 'codePage', 'The act of this code', (visit, { params }) => codePage(visit, params.code)],
];

/** From where on a list is shown is a whole number, said once. */
const flawOf = ({ from, before }: Query): boolean =>
  [from, before].some((place) => place !== undefined && number(place) === undefined);

/** A further part of a list: found by links, not by search engines. */
const isDeep = ({ from, before, list }: Query): boolean => [from, before, list].some((place) => place !== undefined);

interface Answering {
  readonly node: Node;
  readonly kept: KeptPages;
}

async function answer(
  { node, kept }: Answering,
  render: Render,
  request: Request,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = askedBy(request, node, true);
  const made = await kept.get(`${asked.base} ${languagesIn(asked)} ${request.url}`, async (from) => {
    const visit = visitWith(from.node, await node.booksByOrigin(), asked, (origin) => from.note(origin));
    const flaw = flawOf(request.query);
    const answered = flaw ? errorPage(visit, 400, visit.words.error.place) : await render(visit, request);
    if (answered !== null && 'redirect' in answered) return answered;
    return madePage(visit, { ...(answered ?? errorPage(visit, 404)), isDeep: isDeep(request.query) });
  });
  return 'redirect' in made ? reply.redirect(made.redirect) : sendKept(asked, made, request, reply);
}
