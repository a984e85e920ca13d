// `npm run test:postgres15`: what touches the database, against PostgreSQL 15, the oldest that a node runs on; `npm test`
// uses the one that npm brings, which is newer. `npm run test:postgres15 -- FILE…` runs other tests there.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findPostgres15, startPostgres15 } from './server.ts';

const root = join(import.meta.dirname, '../../../..');

/** All SQL, as the node uses it, and the story that goes through every layer of two nodes. */
const subset = [
  'packages/server/test/*.test.ts',
  'packages/server/test/{app,exchange,postgres15}/*.test.ts',
  'packages/server/test/postgres/external.test.ts',
  'packages/cli/test/{export,story-on-two-nodes}.test.ts',
];

async function main(): Promise<number> {
  const bin = await findPostgres15();
  if (bin === null) {
    const missing =
      'there is no PostgreSQL 15 here (Debian: postgresql-15; elsewhere POSTGRES15_BIN names its programs)';
    // A check that CI leaves out unnoticed is worth nothing.
    console.error(process.env.CI ? `Failed: ${missing}.` : `Skipped: ${missing}.`);
    return process.env.CI ? 1 : 0;
  }
  const server = await startPostgres15(bin);
  try {
    console.log(`Tests on PostgreSQL 15 (${bin}):`);
    return await runTests(server.url);
  } finally {
    await server.remove();
  }
}

function runTests(url: string): Promise<number> {
  const given = process.argv.slice(2);
  const files = given.length > 0 ? given : subset;
  const env = { ...process.env, TEST_DATABASE_URL: url, CABILDO_TEST_POSTGRES: '15' };
  const tests = spawn(process.execPath, ['house/test.js', ...files], { cwd: root, env, stdio: 'inherit' });
  // Ctrl-C reaches the tests as well; whoever ends this program alone ends them too, and the server goes afterwards.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => tests.kill('SIGTERM'));
  return new Promise((resolve) => tests.on('exit', (code) => resolve(code ?? 1)));
}

process.exitCode = await main().catch((error: Error) => {
  console.error(`PostgreSQL 15: ${error.message}`);
  return 1;
});
