import { rename, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Binaries, reachableBinaries, shippedBinaries } from './binaries.ts';
import { type Access, accessTo, ensureApplicationDatabase, ensureCluster } from './cluster.ts';
import { checkServer } from './external.ts';
import { keep, othersAreHere } from './keeper.ts';
import { findPlace, type Place, rootHome } from './place.ts';
import { DatabaseProblem, errorText } from './problem.ts';
import { ensureServer, type Running, stopServer } from './server.ts';

export type DatabaseOptions = {
  /** The node's data folder; the database lies in it, or (as root) is noted in it. */
  dataDir: string;
  /** `DATABASE_URL` in it names a server of the operator's own, which is then used and left alone. */
  env: Readonly<Record<string, string | undefined>>;
  log: (line: string) => void;
  /** For commands that work beside a running node: without it, a second process is refused. */
  share?: boolean;
  /** PostgreSQL settings other than the usual ones. */
  settings?: Record<string, string>;
  /** Called if the server was lost and could not be brought back. */
  onLost?: (error: Error) => void;
};

export type Database = {
  url: string;
  version: string;
  /** Where the data is, in words for the log: a folder, or host, port and name. */
  place: string;
  /** The process of the server, if it is ours. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
};

/** Gives the node its database: the server that `DATABASE_URL` names, else a PostgreSQL of its own. */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const external = options.env.DATABASE_URL;
  if (external === undefined || external === '') return startOwn(options);
  const { version, place } = await checkServer(external);
  return { url: external, version, place, pid: undefined, stop: () => Promise.resolve() };
}

/** What is needed again when the server has to be brought back. */
type Kept = { place: Place; binaries: Binaries; access: Access; options: DatabaseOptions };

async function startOwn(options: DatabaseOptions): Promise<Database> {
  const place = await findPlace(options.dataDir, options.log);
  const binaries = await binariesFor(place);
  if (place.unnoted) await setAsideOrphan(place, binaries, options.log);
  await ensureCluster(place, binaries, options.log);
  const kept: Kept = { place, binaries, access: await accessTo(place), options };

  const server = await bringUp(kept);
  const keeper = await keep(kept.access.adminUrl(server.port), options.share ?? false).catch((error) => {
    throw error instanceof DatabaseProblem
      ? new DatabaseProblem(error.code, `${error.message}: ${place.dataDir}`)
      : error;
  });
  const url = kept.access.url(server.port);
  await ensureApplicationDatabase(keeper, url);
  const version = (await keeper.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '';
  options.log(`database: PostgreSQL ${version} on 127.0.0.1:${server.port}, data in ${place.data}`);
  return watched(kept, server, keeper, { url, version, place: place.data });
}

export async function binariesFor(place: Place): Promise<Binaries> {
  return place.account === undefined ? shippedBinaries(place.dataDir) : reachableBinaries(rootHome);
}

function bringUp({ place, binaries, access, options }: Kept, onlyPort?: number): Promise<Running> {
  return ensureServer(place, {
    binaries,
    settings: options.settings,
    urlAt: access.adminUrl,
    log: options.log,
    ...(onlyPort === undefined ? {} : { onlyPort }),
  });
}

/** The data folder was emptied by hand and begins anew: its old database is kept, out of the way. */
async function setAsideOrphan(place: Place, binaries: Binaries, log: (line: string) => void): Promise<void> {
  const exists = await stat(place.home).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  const aside = `${place.home}.left-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await stopServer(place, binaries);
  await rename(place.home, aside);
  log(
    `database: ${place.dataDir} is new, but a database of an earlier folder of that name existed; it is kept as ${aside} ` +
      'and can be deleted when nobody needs it',
  );
}

/** The launcher's connection breaks when the server goes: then it is brought back, on the same port. */
function watched(
  kept: Kept,
  first: Running,
  firstKeeper: pg.Client,
  told: Pick<Database, 'url' | 'version' | 'place'>,
): Database {
  let server = first;
  let keeper = firstKeeper;
  let stopping = false;
  let recovery: Promise<void> = Promise.resolve();

  function watch(client: pg.Client): void {
    // Without a listener a broken connection would end the whole process; `end` follows and is acted upon.
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!stopping) recovery = recover();
    });
  }

  async function recover(): Promise<void> {
    kept.options.log('database: the connection to PostgreSQL broke; bringing it back');
    try {
      [server, keeper] = await bringBack(kept, server.port, () => stopping);
      if (!stopping) watch(keeper);
      kept.options.log(`database: PostgreSQL is back (process ${server.pid})`);
    } catch (error) {
      kept.options.log(`database: PostgreSQL could not be brought back: ${errorText(error)}`);
      kept.options.onLost?.(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await recovery;
    const shared = await othersAreHere(keeper).catch(() => false);
    await keeper.end().catch(() => undefined);
    if (!shared) await stopServer(kept.place, kept.binaries);
  }

  watch(keeper);
  return {
    ...told,
    get pid() {
      return server.pid;
    },
    stop,
  };
}

async function bringBack(kept: Kept, port: number, given: () => boolean): Promise<[Running, pg.Client]> {
  let last: unknown;
  for (const delay of [50, 500, 2_000, 5_000, 10_000]) {
    await pause(delay);
    if (given()) break;
    try {
      const server = await bringUp(kept, port);
      return [server, await keep(kept.access.adminUrl(server.port), kept.options.share ?? false)];
    } catch (error) {
      last = error;
      if (error instanceof DatabaseProblem && error.code === 'in-use') break;
    }
  }
  throw last ?? new Error('the node is stopping');
}
