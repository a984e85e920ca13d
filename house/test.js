// `npm test`: node's own test runner over every package and the house, with one PostgreSQL for the whole run.
// Plain old JavaScript on purpose, so that a node that is too old can still read this file and say so.
// Arguments are passed on: `npm test -- packages/core/test/roll.test.ts`, `npm test -- --test-name-pattern=quorum`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharesOf } from './shares.js';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(`The tests need Node.js 24 or later; this is ${process.version}. \`npm ci\` brings one.\n`);
  process.exit(2);
}

const given = process.argv.slice(2);
const named = given.filter((argument) => !argument.startsWith('--'));
const everything = ['packages/*/test/**/*.test.{ts,tsx}', 'house/test/**/*.test.ts', 'simulate/test/**/*.test.ts'];
const files = fs
  .globSync(named.length > 0 ? named : everything)
  .map((file) => relative('', file).replaceAll('\\', '/'))
  .sort();
if (files.length === 0) {
  process.stderr.write(`There is no such test file: ${named.join(' ')}\n`);
  process.exit(2);
}
const needsDatabase = files.some(
  (file) => !/^packages\/(?:core|book|count|ballot|supply)\/|^(?:house|simulate)\//.test(file),
);
const options = [
  ...given.filter((argument) => argument.startsWith('--')),
  ...(needsDatabase ? ['--test-global-setup=./packages/server/test/cluster.ts'] : []),
  // Each process loads a thousand files and more at once: with room for what is new, less is collected and copied.
  '--min-semi-space-size=16',
  '--max-semi-space-size=64',
  // One file more at a time than node would run by itself: many tests wait for a database.
  `--test-concurrency=${availableParallelism() + 1}`,
];

const folder = fs.mkdtempSync(join(tmpdir(), 'cabildo-tests-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

// Hundreds of processes load the same files: what was compiled once is kept beside the installed packages.
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled/', import.meta.url));
const env = { NODE_COMPILE_CACHE: compiled, ...process.env };
const run = spawn(process.execPath, ['--test', ...options, ...sharesOf(files, folder)], { stdio: 'inherit', env });
// Ctrl-C reaches the runner as well: it stops its server and ends, and we end with it.
process.on('SIGINT', () => {});
run.on('exit', (code) => process.exit(code ?? 1));
