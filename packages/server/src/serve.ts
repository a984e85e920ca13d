import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Node, type NodeOptions, openNode } from './app/index.ts';
import { createServer } from './http/create-server.ts';
import { type Certificate, openTlsDoor, type TlsDoor } from './http/tls-door.ts';
import { type Company, type KeepUpOptions, keepUp } from './keep-up.ts';
import { type Database, startDatabase } from './store/postgres/index.ts';

export interface ServeOptions
  extends Pick<NodeOptions, 'name' | 'clock' | 'random' | 'log' | 'writers' | 'booksInMemory'>,
    Omit<KeepUpOptions, 'log'> {
  /** 0 for any that is free. */
  readonly port: number;
  /** 127.0.0.1 unless said otherwise. */
  readonly host?: string;
  readonly dataDir: string;
  /** A PostgreSQL of one's own instead of the one that comes along. */
  readonly databaseUrl?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly web?: string;
  readonly behindProxy?: boolean;
  /** Called with each page that must be made, and with what a hall asks for all at once. */
  readonly onAsked?: () => void;
  /** With it `host` and `port` speak https, and this machine alone has a plain door of its own beside it. */
  readonly tls?: Certificate;
  /** The database was lost for good, or another process has taken it: this node can do nothing any more. */
  readonly onLost?: (error: Error) => void;
}

export interface Serving {
  /** As this machine reaches it. */
  readonly url: string;
  /** Where `host` listens. */
  readonly port: number;
  readonly node: Node;
  /** Logs the heads of now and has them cosigned at once, not at the next round. */
  witnessed(): Promise<void>;
  close(): Promise<void>;
}

/** How long requests under way may take once the node is closing. */
const CLOSING_MS = 5_000;

/** A hall that signs in at one moment: connections that may wait to be taken. */
const BACKLOG = 4_096;

/** A whole node: its database, its books, its HTTP server. Started again on the same folder it goes on where it was. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { dataDir, databaseUrl, port, host = '127.0.0.1', log = () => undefined, onLost = () => undefined } = options;
  const env = databaseUrl === undefined ? (options.env ?? {}) : { ...options.env, DATABASE_URL: databaseUrl };
  const database = await startDatabase({ dataDir, env, log, onLost });
  const opened: Opened = {};
  try {
    const node = await openNode({
      ...options,
      env,
      databaseUrl: database.url,
      onLockLost: () => onLost(new Error('the lock on the database was lost')),
    });
    opened.node = node;
    const app = createServer({ ...options, node, web: options.web ?? builtClient });
    opened.app = app;
    const company = await keepUp(node, { ...options, log });
    opened.company = company;
    const door = await openDoors(app, opened, { port, host, tls: options.tls });
    const { witnessed } = company;
    return { ...door, node, witnessed, close: once(() => closeAll(opened, database)) };
  } catch (error) {
    await closeAll(opened, database);
    throw error;
  }
}

const builtClient = join(import.meta.dirname, '../../web/dist');

/** Without it nobody signs in on a phone; whoever starts a node is told. */
export const phonePageBuilt = (): boolean => existsSync(join(builtClient, 'index.html'));

/** With a certificate the programs of this machine keep a plain door: they need not trust what phones are shown. */
async function openDoors(
  app: FastifyInstance,
  opened: Opened,
  { port, host, tls }: { readonly port: number; readonly host: string; readonly tls: Certificate | undefined },
): Promise<Pick<Serving, 'url' | 'port'>> {
  if (tls === undefined) {
    await app.listen({ port, host, backlog: BACKLOG });
    return placeOf(app, host);
  }
  await app.listen({ port: 0, host: '127.0.0.1', backlog: BACKLOG });
  const answer: RequestListener = (request, response) => app.server.emit('request', request, response);
  opened.tlsDoor = await openTlsDoor(tls, answer, { port, host, backlog: BACKLOG });
  return { url: placeOf(app, '127.0.0.1').url, port: opened.tlsDoor.port };
}

function placeOf(app: FastifyInstance, host: string): Pick<Serving, 'url' | 'port'> {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return { url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`, port };
}

interface Opened {
  node?: Node;
  app?: FastifyInstance;
  tlsDoor?: TlsDoor;
  company?: Company;
}

/** From the outside in, so that nobody is answered by a node without its database. */
async function closeAll({ node, app, company, tlsDoor }: Opened, database: Database): Promise<void> {
  const cut = setTimeout(() => app?.server.closeAllConnections(), CLOSING_MS);
  try {
    await app?.close();
  } finally {
    clearTimeout(cut);
    await tlsDoor?.close();
    // A pull from a node that hangs is given up: it takes nothing until it has everything.
    await Promise.race([company?.stop(), pause(CLOSING_MS, undefined, { ref: false })]).catch(() => undefined);
    try {
      await node?.close();
    } finally {
      await database.stop();
    }
  }
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= close();
    return closing;
  };
}
