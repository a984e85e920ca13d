import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Node, type NodeOptions, openNode } from './app/index.ts';
import { createServer } from './http/create-server.ts';
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
  readonly trustProxy?: boolean;
  /** The database was lost for good, or another process has taken it: this node can do nothing any more. */
  readonly onLost?: (error: Error) => void;
}

export interface Serving {
  readonly url: string;
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
    await app.listen({ port, host, backlog: BACKLOG });
    const { witnessed } = company;
    return { url: urlOf(app, host), node, witnessed, close: once(() => closeAll(opened, database)) };
  } catch (error) {
    await closeAll(opened, database);
    throw error;
  }
}

const builtClient = join(import.meta.dirname, '../../web/dist');

/** Without it nobody signs in on a phone; whoever starts a node is told. */
export const phonePageBuilt = (): boolean => existsSync(join(builtClient, 'index.html'));

function urlOf(app: FastifyInstance, host: string): string {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

interface Opened {
  node?: Node;
  app?: FastifyInstance;
  company?: Company;
}

/** From the outside in, so that nobody is answered by a node without its database. */
async function closeAll({ node, app, company }: Opened, database: Database): Promise<void> {
  const cut = setTimeout(() => app?.server.closeAllConnections(), CLOSING_MS);
  try {
    await app?.close();
  } finally {
    clearTimeout(cut);
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
