import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { confirmAddress, isStoppable, stopMail } from '../../app/mail/mailbox.ts';
import type { Page } from '../../pages/layout.ts';
import { confirmPage, stopPage } from '../../pages/mail-pages.ts';
import type { Visit } from '../../pages/visit.ts';
import type { HttpContext } from '../context.ts';
import { sendPage, visitBy } from '../page-reply.ts';

const html = { 'text/html': { type: 'string' } } as const;
const answers = { 200: { says: 'The page', content: html } };
const form = 'application/x-www-form-urlencoded';
const bodyLimit = 8 * 1024;

/**
 * What letters lead to, whole without a script. Nothing happens when such a page is opened, because programs that look at letters
 * open their links: a button is pressed, or a reader's own program posts (RFC 8058).
 */
export function registerMailPages(app: FastifyInstance, context: HttpContext): void {
  void app.register((scope, _options, ready) => {
    // Forms, as browsers and mail programs send them, in these places alone.
    scope.addContentTypeParser([form, 'multipart/form-data'], { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    registerConfirming(scope, context);
    registerStopping(scope, context);
    ready();
  });
}

type Shown = (visit: Visit) => Page;

async function show(request: FastifyRequest, reply: FastifyReply, { node }: HttpContext, page: Shown) {
  const visit = visitBy(request, node, new Map());
  // With a status of its own a page is kept nowhere.
  const { status = 200, ...shown } = page(visit);
  return sendPage(visit, { ...shown, status }, request, reply);
}

function registerConfirming(app: FastifyInstance, context: HttpContext): void {
  const path = '/mail/confirm';
  const about = {
    operation: 'confirmPage',
    summary: 'Where the code of a letter is entered',
    tag: 'pages',
    answers,
  } as const;
  app.get(path, { config: { about } }, (request, reply) =>
    show(request, reply, context, (visit) => confirmPage(visit, 'asks')),
  );
  app.post<{ Body: string }>(
    path,
    {
      bodyLimit,
      config: {
        about: {
          ...about,
          operation: 'confirmAddress',
          summary: 'Confirms an address by its code',
          accepts: { [form]: { type: 'string' } },
        },
      },
    },
    async (request, reply) => {
      const code = new URLSearchParams(request.body).get('code') ?? '';
      const confirmed = await confirmAddress(context.node, code.slice(0, 100));
      return show(request, reply, context, (visit) => confirmPage(visit, confirmed));
    },
  );
}

function registerStopping(app: FastifyInstance, context: HttpContext): void {
  const { node } = context;
  const path = '/mail/stop/:token';
  const about = {
    operation: 'stopPage',
    summary: 'Asks whether all mail to an address shall stop',
    tag: 'pages',
    answers,
  } as const;
  app.get<{ Params: { token: string } }>(path, { config: { about } }, async (request, reply) => {
    const found = await isStoppable(node, request.params.token);
    return show(request, reply, context, (visit) => stopPage(visit, found ? 'asks' : 'stopped'));
  });
  app.post<{ Params: { token: string } }>(
    path,
    {
      bodyLimit,
      config: {
        about: {
          ...about,
          operation: 'stopMail',
          summary: 'Deletes the address to which a letter went (RFC 8058)',
          accepts: { [form]: { type: 'string' } },
        },
      },
    },
    async (request, reply) => {
      await stopMail(node, request.params.token);
      return show(request, reply, context, (visit) => stopPage(visit, 'stopped'));
    },
  );
}
