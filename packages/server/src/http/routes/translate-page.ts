import type { FastifyInstance } from 'fastify';
import { translatePage } from '../../pages/translate-page.ts';
import type { HttpContext } from '../context.ts';
import { sendPage, visitBy } from '../page-reply.ts';
import type { About } from '../route.ts';
import { withMicrophone } from '../security-headers.ts';

const about: About = {
  operation: 'translatePage',
  summary:
    'Where a language is completed, recorded and reviewed; an invitation comes in the fragment, which no server sees',
  tag: 'pages',
  answers: { 200: { says: 'The page', content: { 'text/html': { type: 'string' } } } },
};

/** Beside the office and not of it: whoever translates need belong to no body. */
export function registerTranslatePage(app: FastifyInstance, { node }: HttpContext): void {
  app.get('/office/translate', { config: { about } }, (request, reply) => {
    reply.header('permissions-policy', withMicrophone);
    const visit = visitBy(request, node, new Map(), true);
    return sendPage(visit, translatePage(visit), request, reply);
  });
}
