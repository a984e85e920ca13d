// The PostgreSQL of a test run. `npm test` names this file to node's test runner, which starts one server for all test
// files and removes it afterwards; a test file that is run by itself starts one of its own (see database.ts).
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openStore } from '../src/store/open-store.ts';
import { ensureCluster } from '../src/store/postgres/cluster.ts';
import { type Database, removeDatabase, startDatabase } from '../src/store/postgres/index.ts';
import { findPlace, writeNote } from '../src/store/postgres/place.ts';
import { binariesFor } from '../src/store/postgres/start.ts';

/** Tells the test files of this run where its server is. */
export const runServerVariable = 'CABILDO_TEST_RUN_DATABASE';

/** Where a database of this run lies that was made and never started: copying it is quicker than making another. */
const modelVariable = 'CABILDO_TEST_RUN_MODEL';

const prefix = 'cabildo-test-';

/** A database of this run's server that has all tables and nothing in them. */
export const tablesVariable = 'CABILDO_TEST_RUN_TABLES';

// Test data need not survive a power cut; everything else is as in earnest.
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export type TestCluster = { url: string; remove(): Promise<void> };

/** A server of the tests' own in a folder of its own, which carries its maker's number so that leftovers are known. */
export async function startCluster(): Promise<TestCluster> {
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const database: Database = await startDatabase({ dataDir, env: {}, log: () => undefined, settings: hasty });
  return {
    url: database.url,
    async remove() {
      await database.stop();
      await removeDatabase(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A new, empty database; its name. */
export async function createDatabase(server: string, template?: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Every test database sorts by code point, whatever the server's own default is.
  const how =
    template === undefined ? "template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'" : `template ${template}`;
  await administer(server, `create database ${name} ${how}`);
  return name;
}

export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** As a node's first start leaves it. */
async function makeTables(server: string): Promise<string> {
  const name = await createDatabase(server);
  const store = await openStore({ databaseUrl: databaseAt(server, name), vaultKey: randomBytes(32) });
  await store.close();
  return name;
}

interface Model {
  readonly home: string;
  remove(): Promise<void>;
}

async function makeModel(): Promise<Model> {
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const place = await findPlace(dataDir, () => undefined);
  await ensureCluster(place, await binariesFor(place), () => undefined);
  return {
    home: place.home,
    async remove() {
      await removeDatabase(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** For tests that are about something else than how a database is made: this data folder has one already, as a start leaves it. */
export async function giveDatabase(dataDir: string): Promise<void> {
  const model = process.env[modelVariable];
  if (model === undefined) return;
  const place = await findPlace(dataDir, () => undefined);
  mkdirSync(dirname(place.home), { recursive: true, mode: 0o755 });
  await writeNote(place);
  // With their owner, who may be another account than ours.
  execFileSync('cp', ['-a', model, place.home]);
}

/** Servers of test runs that were killed before they could clean up. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = /^cabildo-test-(\d+)-/.exec(name)?.[1];
    if (maker === undefined || isRunning(Number(maker))) continue;
    const dataDir = join(tmpdir(), name);
    // Another user's leftovers are not ours to remove.
    await removeDatabase(dataDir).catch(() => undefined);
    await rm(dataDir, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

let runCluster: TestCluster | undefined;
let model: Model | undefined;
let given: { readonly server: string; readonly tables: string } | undefined;

export async function globalSetup(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) given = { server, tables: await makeTables(server) };
  else await setUpOwn();
  process.env[tablesVariable] = given?.tables ?? (await makeTables(runCluster?.url ?? ''));
  // An interrupted run cleans up too; one that is killed outright is swept up by the next.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void globalTeardown().finally(() => process.exit(1)));
  }
}

async function setUpOwn(): Promise<void> {
  await sweep();
  if (process.platform !== 'win32') {
    model = await makeModel();
    process.env[modelVariable] = model.home;
  }
  runCluster = await startCluster();
  process.env[runServerVariable] = runCluster.url;
}

export async function globalTeardown(): Promise<void> {
  if (given !== undefined) await administer(given.server, `drop database if exists ${given.tables}`);
  await runCluster?.remove();
  await model?.remove();
}
