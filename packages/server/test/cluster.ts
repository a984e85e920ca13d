// The PostgreSQL of a test run. `npm test` names this file to node's test runner, which starts one server for all test
// files and removes it afterwards; a test file that is run by itself starts one of its own (see database.ts).
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, removeDatabase, startDatabase } from '../src/store/postgres/index.ts';

/** Tells the test files of this run where its server is. */
export const runServerVariable = 'CABILDO_TEST_RUN_DATABASE';

const prefix = 'cabildo-test-';

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

export async function globalSetup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  await sweep();
  runCluster = await startCluster();
  process.env[runServerVariable] = runCluster.url;
  // An interrupted run cleans up too; one that is killed outright is swept up by the next.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void globalTeardown().finally(() => process.exit(1)));
  }
}

export async function globalTeardown(): Promise<void> {
  await runCluster?.remove();
}
