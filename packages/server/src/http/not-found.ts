import type { FastifyInstance } from 'fastify';
import type { Node } from '../app/node.ts';
import { sendErrorPage, wantsPage } from './page-reply.ts';
import { httpProblem, sendProblem } from './problem.ts';

interface Known {
  readonly method: string;
  readonly path: RegExp;
}

const commandPath = /^\/api\/bodies\/[^/]+\/commands\/[^/]+$/;

/** Tells "no such address" from "not with this method", and names an unknown command as such. */
export function answerUnknownRoutes(app: FastifyInstance, node: Node): void {
  const routes: Known[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    const path = new RegExp(
      `^${url
        .replaceAll('.', '\\.')
        .replaceAll(/:[^/]+/g, '[^/]+')
        .replaceAll('*', '.*')}$`,
    );
    for (const name of [method].flat()) routes.push({ method: name, path });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = new Set(routes.filter((route) => route.path.test(path)).map((route) => route.method));
    if (methods.size > 0 && !methods.has(request.method)) {
      reply.header('allow', [...methods].sort().join(', '));
      return sendProblem(reply, httpProblem('method-not-allowed'));
    }
    if (wantsPage(request)) return sendErrorPage(node, request, reply, 404);
    return sendProblem(reply, httpProblem(commandPath.test(path) ? 'unknown-command' : 'no-such-page'));
  });
}
