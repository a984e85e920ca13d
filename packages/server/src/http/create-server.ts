import Fastify, { type FastifyInstance, type FastifyReply, type RouteOptions } from 'fastify';
import type { Node } from '../app/node.ts';
import { compressAnswers } from './compression.ts';
import type { HttpContext, Log } from './context.ts';
import { answerErrors } from './errors.ts';
import { EventStreams } from './event-streams.ts';
import { parseInputs } from './input-parsing.ts';
import { answerUnknownRoutes } from './not-found.ts';
import { openApi } from './openapi.ts';
import { sendErrorPage, wantsPage } from './page-reply.ts';
import { HttpProblem, httpProblem, sendProblem } from './problem.ts';
import { registerAboutNode } from './routes/about-node.ts';
import { registerAccounts } from './routes/accounts.ts';
import { registerActs } from './routes/acts.ts';
import { registerAssets } from './routes/assets.ts';
import { registerBallots } from './routes/ballot.ts';
import { registerBlock } from './routes/block.ts';
import { registerBodies } from './routes/bodies.ts';
import { registerBodiesFound } from './routes/bodies-found.ts';
import { registerBooks } from './routes/books.ts';
import { registerOffice, registerSupplyClient } from './routes/client-apart.ts';
import { registerCommands } from './routes/commands.ts';
import { registerCorrespondence } from './routes/correspondence.ts';
import { registerCredentials } from './routes/credentials.ts';
import { registerDelegations } from './routes/delegations.ts';
import { registerDoor } from './routes/door.ts';
import { registerEvents } from './routes/events.ts';
import { registerExchange } from './routes/exchange.ts';
import { registerExports } from './routes/exports.ts';
import { registerGuides } from './routes/guides.ts';
import { registerInvitations } from './routes/invitations.ts';
import { registerLanguages } from './routes/languages.ts';
import { registerLive } from './routes/live.ts';
import { registerMail } from './routes/mail.ts';
import { registerMailPages } from './routes/mail-pages.ts';
import { registerMeasures } from './routes/measures.ts';
import { registerPages } from './routes/pages.ts';
import { registerPeople } from './routes/people.ts';
import { registerPetitions } from './routes/petitions.ts';
import { registerPhone } from './routes/phone.ts';
import { registerRecordings } from './routes/recordings.ts';
import { registerSchemas } from './routes/schemas.ts';
import { registerSitemap } from './routes/sitemap.ts';
import { registerSittingPapers } from './routes/sitting-papers.ts';
import { registerStatutes } from './routes/statutes.ts';
import { registerSupply } from './routes/supply.ts';
import { registerTranslatePage } from './routes/translate-page.ts';
import { registerTranslators } from './routes/translators.ts';
import { registerVotes } from './routes/votes.ts';
import { securityHeaders, setSecurityHeaders } from './security-headers.ts';
import { speakProblems } from './spoken-problems.ts';
import { Turns, takeTurns } from './turns.ts';
import { makeWhenIdle, Validators } from './validators.ts';

export interface ServerOptions {
  readonly node: Node;
  readonly log?: Log;
  /** Folder of the built client. */
  readonly web?: string;
  /** Behind a proxy on this machine, whose X-Forwarded-* say under which address people reach this node. */
  readonly behindProxy?: boolean;
  /** Called with each page that must be made, and with what a hall asks for all at once. */
  readonly onAsked?: () => void;
}

/** The HTTP side of a node. It listens when it is told to, and never closes the node. */
export function createServer({
  node,
  log = () => undefined,
  behindProxy = false,
  onAsked = () => undefined,
  web,
}: ServerOptions): FastifyInstance {
  const validators = new Validators();
  const app = Fastify({
    // Fastify's own log would name paths and addresses; ours says only what failed and where in the code.
    logger: false,
    // From anywhere else those headers are somebody's invention.
    trustProxy: behindProxy && 'loopback',
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 400 },
    schemaController: { compilersFactory: { buildValidator: validators.build } },
    ajv: { customOptions: { strict: true, coerceTypes: false, removeAdditional: false, useDefaults: false } },
    clientErrorHandler(_error, socket) {
      if (socket.writable) socket.end(unreadable);
    },
    // No hook has run yet for a path that cannot be read.
    frameworkErrors(_error, request, reply) {
      const answer = reply.headers(securityHeaders) as FastifyReply;
      if (wantsPage(request)) sendErrorPage(node, request, answer, 400);
      else sendProblem(answer, httpProblem('malformed-request'));
    },
  });
  const context: HttpContext = { node, log, streams: new EventStreams(), turns: new Turns(), onAsked };
  answerErrors(app, context);
  setSecurityHeaders(app);
  takeTurns(app, context);
  compressAnswers(app);
  speakProblems(app, node);
  answerUnknownRoutes(app, node);
  closeGracefully(app, context);
  parseInputs(app);
  makeWhenIdle(app, validators);
  registerRoutes(app, context, web);
  return app;
}

const malformed = JSON.stringify(httpProblem('malformed-request'));

/** For what is not even HTTP there is only the socket. */
const unreadable = [
  'HTTP/1.1 400 Bad Request',
  'Content-Type: application/problem+json',
  `Content-Length: ${Buffer.byteLength(malformed)}`,
  'Connection: close',
  '',
  malformed,
].join('\r\n');

function registerRoutes(app: FastifyInstance, context: HttpContext, web: string | undefined): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  registerCommands(app, context);
  registerInvitations(app, context);
  registerPeople(app, context);
  registerDoor(app, context);
  registerBodies(app, context);
  registerBodiesFound(app, context);
  registerActs(app, context);
  registerVotes(app, context);
  registerStatutes(app, context);
  registerLive(app, context);
  registerMeasures(app, context);
  registerPetitions(app, context);
  registerAccounts(app, context);
  registerSupply(app, context);
  registerMail(app, context);
  registerCorrespondence(app, context);
  registerDelegations(app, context);
  registerEvents(app, context);
  registerBooks(app, context);
  registerCredentials(app, context);
  registerExchange(app, context);
  registerExports(app, context);
  registerSittingPapers(app, context);
  registerRecordings(app, context);
  registerLanguages(app, context);
  registerTranslators(app, context);
  registerTranslatePage(app, context);
  registerBallots(app, context, web);
  registerAssets(app, web);
  registerSchemas(app, context);
  registerPages(app, context);
  registerSitemap(app, context);
  registerMailPages(app, context);
  registerGuides(app);
  registerPhone(app, web);
  registerOffice(app, web);
  registerSupplyClient(app, web);
  registerBlock(app, web);
  let document: ReturnType<typeof openApi> | undefined;
  registerAboutNode(app, context, () => {
    document ??= openApi(routes);
    return document;
  });
}

/** Requests under way are answered, new ones are told to come back, and open streams end so that nothing waits for them. */
function closeGracefully(app: FastifyInstance, { streams }: HttpContext): void {
  let closing = false;
  app.addHook('onRequest', async () => {
    if (closing) throw new HttpProblem('closing');
  });
  app.addHook('preClose', async () => {
    closing = true;
    streams.closeAll();
  });
}
