// Fresh databases for tests. `TEST_DATABASE_URL` names a server of one's own to make them on (its user needs CREATEDB).
import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { administer, runServerVariable, startCluster, type TestCluster } from './cluster.ts';

let ownCluster: Promise<TestCluster> | undefined;

// Registered when the test file is loaded, so that it runs after the file's last test.
after(async () => {
  await (await ownCluster)?.remove();
});

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
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Every test database sorts by code point, whatever the server's own default is.
  const how =
    template === undefined ? "template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'" : `template ${template}`;
  await administer(server, `create database ${name} ${how}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(server, name) };
}

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
