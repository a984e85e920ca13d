import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../context.ts';
import { registerBallotBox } from './ballot-box.ts';
import { registerBallotOfficers } from './ballot-officers.ts';
import { registerBallotPages } from './ballot-pages.ts';
import { registerBallotTrustees } from './ballot-trustees.ts';

/** Secret votes (decision 0010). */
export function registerBallots(app: FastifyInstance, context: HttpContext, web: string | undefined): void {
  registerBallotOfficers(app, context, web);
  registerBallotPages(app, web);
  answerPreflights(app);
  void app.register((scope, _options, ready) => {
    forPagesFromAnywhere(scope);
    takeTexts(scope);
    registerBallotBox(scope, context, web);
    registerBallotTrustees(scope, context);
    ready();
  });
}

const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** A trustee’s page may run from a file, and a voter may trust another page more than this node’s: nothing here hangs on a cookie. */
function forPagesFromAnywhere(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (_request, reply) => {
    reply.headers(crossOrigin);
  });
}

const preflight = {
  ...crossOrigin,
  'access-control-allow-methods': 'GET, POST, PUT',
  'access-control-allow-headers': 'ballot-code, content-type',
  'access-control-max-age': '86400',
} as const;

/** A browser asks beforehand whether a page from elsewhere may send a code. */
function answerPreflights(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'OPTIONS' || !request.url.startsWith('/ballot/api/')) return;
    return reply.code(204).headers(preflight).send();
  });
}

/** Hashes are taken of what was sent, byte for byte: nothing is parsed and written again. */
function takeTexts(scope: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(['application/json', 'text/plain'], { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, utf8.decode(body as Buffer));
    } catch {
      done(null, '');
    }
  });
}
