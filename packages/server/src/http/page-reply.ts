import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Node } from '../app/node.ts';
import { type ErrorStatus, errorPage } from '../pages/error-page.ts';
import { type Page, pageText } from '../pages/layout.ts';
import { tongueFor, tongues } from '../pages/tongue.ts';
import { type Asked, type Visit, visitWith } from '../pages/visit.ts';
import { caching, sendContent, sendLazily } from './caching.ts';
import type { KeptPage } from './kept-pages.ts';
import { pageFiles } from './page-assets.ts';

/**
 * What an address asks for, in the language that it or the browser names. `marked`: for a page, where what is not in that language
 * is said to be Spanish.
 */
export function askedBy(request: FastifyRequest, node: Node, marked = false): Asked {
  // Of an address that nobody can read there is no query.
  const { lang } = (request.query ?? {}) as { readonly lang?: unknown };
  const asked = typeof lang === 'string' ? lang : undefined;
  const { tongue, chosen } = tongueFor(node, asked, request.headers['accept-language'], marked);
  // With one slash in front: a link to `//elsewhere` would leave this node.
  const path = `/${(request.url.split('?')[0] ?? '').replace(/^[/\\]+/, '')}`;
  const base = `${request.protocol}://${request.host}`;
  return { path, base, tongue, chosen, others: tongues(node).filter(({ tag }) => tag !== tongue.tag) };
}

/** One reader's look at the node. */
export const visitBy = (
  request: FastifyRequest,
  node: Node,
  books: Parameters<typeof visitWith>[1],
  marked = false,
): Visit => visitWith(node, books, askedBy(request, node, marked));

export function sendPage(visit: Visit, page: Page, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const cache = page.status === undefined ? caching.ask : caching.never;
  reply
    .code(page.status ?? 200)
    .header('content-language', visit.language)
    .header('vary', 'accept-language');
  return sendContent(request, reply, {
    type: 'text/html; charset=utf-8',
    cache,
    bytes: pageText(visit, page, pageFiles),
  });
}

export function madePage(visit: Visit, page: Page): KeptPage {
  const bytes = Buffer.from(pageText(visit, page, pageFiles));
  return { status: page.status, bytes, tag: hash('sha256', bytes, 'base64url') };
}

/** A page that was made before, or just now for everybody who asked for it. */
export function sendKept(
  { tongue }: Asked,
  page: KeptPage,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply
    .code(page.status ?? 200)
    .header('content-language', tongue.tag)
    .header('vary', 'accept-language');
  const cache = page.status === undefined ? caching.ask : caching.never;
  return sendLazily(request, reply, { type: 'text/html; charset=utf-8', cache, tag: page.tag, make: () => page.bytes });
}

const forPrograms = /^\/(api|books|witness|assets|schema|openapi\.json|healthz)(\/|$|\?)/;

/** For whoever answers errors: does this request want a page rather than a problem in JSON? */
export const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !forPrograms.test(url) && (headers.accept ?? '').includes('text/html');

/** A page for an error, in the reader's language; it needs no database. */
export function sendErrorPage(node: Node, request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const visit = visitWith(node, new Map(), askedBy(request, node, true));
  return sendPage(visit, errorPage(visit, errorStatus(status)), request, reply);
}

/** The page that says best what an answer of this status means. */
function errorStatus(status: number): ErrorStatus {
  if (status === 404 || status === 410 || status === 503) return status;
  return status >= 500 ? 500 : 400;
}
