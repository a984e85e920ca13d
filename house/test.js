// `npm test`: node's own test runner over every package and the house, with one PostgreSQL for the whole run.
// Plain old JavaScript on purpose, so that a node that is too old can still read this file and say so.
// Arguments are passed on: `npm test -- packages/core/test/roll.test.ts`, `npm test -- --test-name-pattern quorum`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(`The tests need Node.js 24 or later; this is ${process.version}. \`npm ci\` brings one.\n`);
  process.exit(2);
}

const given = process.argv.slice(2);
const namesFiles = given.some((argument) => argument.includes('.test.') || existsSync(argument));
const files = namesFiles ? [] : ['packages/*/test/**/*.test.{ts,tsx}', 'house/test/**/*.test.ts'];
const options = [
  '--test-global-setup=./packages/server/test/cluster.ts',
  // One file more at a time than node would run by itself: many tests wait for a database.
  `--test-concurrency=${availableParallelism()}`,
];
const run = spawn(process.execPath, ['--test', ...options, ...given, ...files], { stdio: 'inherit' });
// Ctrl-C reaches the runner as well: it stops its server and ends, and we end with it.
process.on('SIGINT', () => {});
run.on('exit', (code) => process.exit(code ?? 1));
