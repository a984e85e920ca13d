import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caching, sendContent } from '../caching.ts';
import { HttpProblem } from '../problem.ts';
import { type About, bytes } from '../route.ts';
import { sendAsset } from './assets.ts';
import { builtFile, noWorker } from './phone.ts';

/** A client that is built apart from the phone's: its name is its folder and the first part of its addresses. */
interface ClientApart {
  readonly name: string;
  /** The same with a capital letter, in the names of operations. */
  readonly called: string;
  readonly summary: string;
}

const aboutOf = ({ name, called, summary }: ClientApart) => {
  const page: About = {
    operation: `${name}Page`,
    summary,
    tag: 'pages',
    answers: {
      200: { says: 'The page', content: { 'text/html': { type: 'string' } } },
      404: { says: 'The client is not built' },
    },
  };
  const areaPage: About = {
    ...page,
    path: `/${name}/{path}`,
    operation: `${name}Area`,
    summary: `The same page: which part of ${name} is meant, the page itself finds in its address`,
  };
  const worker: About = {
    operation: `${name}Worker`,
    summary: `Keeps the files of ${name} on the machine; where there is none, one that ends itself`,
    tag: 'pages',
    answers: { 200: { says: 'The worker', content: { 'text/javascript': { type: 'string' } } } },
  };
  const asset: About = {
    operation: `read${called}Asset`,
    summary: `Scripts and styles of ${name}`,
    tag: 'pages',
    answers: { 200: { says: 'The file', content: bytes('application/octet-stream') }, 404: { says: 'No such file' } },
  };
  return { page, areaPage, worker, asset };
};

/** One page for all addresses of the client, its worker and its files. */
function registerClientApart(app: FastifyInstance, web: string | undefined, client: ClientApart): void {
  const { name } = client;
  const { page, areaPage, worker, asset } = aboutOf(client);
  const folder = web === undefined ? undefined : join(web, name);
  const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const built = folder === undefined ? null : await readFile(join(folder, 'index.html')).catch(() => null);
    if (built === null) throw new HttpProblem('no-such-page');
    return sendContent(request, reply, { type: 'text/html; charset=utf-8', cache: caching.ask, bytes: built });
  };
  app.get(`/${name}`, { config: { about: page } }, sendPage);
  app.get(`/${name}-worker.js`, { config: { about: worker } }, async (request, reply) =>
    sendContent(request, reply, {
      type: 'text/javascript; charset=utf-8',
      cache: caching.ask,
      bytes: (await builtFile(folder, `${name}-worker.js`)) ?? noWorker(`cabildo-${name}`),
    }),
  );
  app.get(`/${name}/*`, { config: { about: areaPage } }, sendPage);
  app.get<{ Params: { name: string } }>(`/${name}/assets/:name`, { config: { about: asset } }, (request, reply) =>
    sendAsset(request, reply, {
      folder: folder === undefined ? undefined : join(folder, 'assets'),
      name: request.params.name,
    }),
  );
}

/** An invitation comes in the fragment, which no server sees. */
export function registerOffice(app: FastifyInstance, web: string | undefined): void {
  registerClientApart(app, web, {
    name: 'office',
    called: 'Office',
    summary: 'The client for what is done at a table: founding, statute, accreditation',
  });
}

export function registerSupplyClient(app: FastifyInstance, web: string | undefined): void {
  registerClientApart(app, web, {
    name: 'supply',
    called: 'Supply',
    summary: 'The supply committee’s client: registers, board, plans, trips, hand-overs',
  });
}
