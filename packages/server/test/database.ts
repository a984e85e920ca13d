// Fresh databases for tests. `TEST_DATABASE_URL` names a server of one's own to make them on (its user needs CREATEDB).
import { after } from 'node:test';
import {
  administer,
  createDatabase,
  databaseAt,
  runServerVariable,
  startCluster,
  type TestCluster,
  tablesVariable,
} from './cluster.ts';

let ownCluster: Promise<TestCluster> | undefined;

/** Ends the server that was started for this process alone; what measures calls it, as no test runner does. */
export async function endOwnServer(): Promise<void> {
  const cluster = await ownCluster;
  ownCluster = undefined;
  await cluster?.remove();
}

// Registered when the test file is loaded, so that it runs after the file's last test.
after(endOwnServer);

async function serverUrl(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL || process.env[runServerVariable];
  if (given) return given;
  ownCluster ??= startCluster();
  return (await ownCluster).url;
}

export type FreshDatabase = { url: string; drop(): Promise<void> };

/** A new, empty database. `template` names one made before: copying it is quicker than migrating again. */
export async function freshDatabase(template?: string): Promise<FreshDatabase> {
  const server = await serverUrl();
  const name = await createDatabase(server, template);
  return { url: databaseAt(server, name), drop: () => dropDatabase(server, name) };
}

/** For a node whose first start is not what is tested: its tables are there already where the run has made some to copy. */
export const databaseForNode = (): Promise<FreshDatabase> => freshDatabase(process.env[tablesVariable]);

/**
 * FORCE ends every connection but is refused while autovacuum, which is the superuser's, is at work there; without it
 * autovacuum is ended, and nobody else.
 */
async function dropDatabase(server: string, name: string): Promise<void> {
  const drop = `drop database if exists ${name}`;
  await administer(server, `${drop} with (force)`).catch(async (error: { code?: string }) => {
    if (error.code !== '42501') throw error;
    await administer(server, drop).catch(() => administer(server, `${drop} with (force)`));
  });
}

/** Runs `work` on a new, empty database and drops it afterwards. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const database = await freshDatabase();
  try {
    return await work(database.url);
  } finally {
    await database.drop();
  }
}
