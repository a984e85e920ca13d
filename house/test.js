// `npm test`: node's own test runner over every package and the house, with one PostgreSQL for the whole run.
// Plain old JavaScript on purpose, so that a node that is too old can still read this file and say so.
// Arguments are passed on: `npm test -- packages/core/test/roll.test.ts`, `npm test -- --test-name-pattern=quorum`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(`The tests need Node.js 24 or later; this is ${process.version}. \`npm ci\` brings one.\n`);
  process.exit(2);
}

/** Processes for the tests of the pure packages. */
const GROUPS = 8;

const given = process.argv.slice(2);
const named = given.filter((argument) => !argument.startsWith('--'));
const files = named.length > 0 ? named : allFiles();
const needsDatabase = files.some(
  (file) =>
    !file.endsWith('.mjs') && !/^packages\/(?:core|book|count|ballot|supply)\/|^(?:house|simulate)\//.test(file),
);
const options = [
  ...given.filter((argument) => argument.startsWith('--')),
  ...(needsDatabase ? ['--test-global-setup=./packages/server/test/cluster.ts'] : []),
  // One file more at a time than node would run by itself: many tests wait for a database.
  `--test-concurrency=${availableParallelism()}`,
];

/**
 * Most files of the pure packages test for less time than it takes to load what they test, so they share a few processes. A
 * file with hooks of its own for everything in its process has one to itself.
 */
function allFiles() {
  const all = fs
    .globSync(['packages/*/test/**/*.test.{ts,tsx}', 'house/test/**/*.test.ts', 'simulate/test/**/*.test.ts'])
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const pure = all.filter(
    (file) =>
      /^packages\/(?:core|book|count)\//.test(file) &&
      !/^(?:before|after|beforeEach|afterEach)\(/m.test(fs.readFileSync(file, 'utf8')),
  );
  const groups = Array.from({ length: GROUPS }, (_, group) => pure.filter((_, i) => i % GROUPS === group));
  const folder = fs.mkdtempSync(join(tmpdir(), 'cabildo-tests-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const shared = groups.map((group, i) => {
    // A file that loads them one after the other.
    const path = join(folder, `pure-${i + 1}.test.mjs`);
    fs.writeFileSync(
      path,
      group.map((file) => `await import(${JSON.stringify(pathToFileURL(file).href)});\n`).join(''),
    );
    return path;
  });
  return [...shared, ...all.filter((file) => !pure.includes(file))];
}

// Hundreds of processes load the same files: what was compiled once is kept beside the installed packages.
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled/', import.meta.url));
const env = { NODE_COMPILE_CACHE: compiled, ...process.env };
const run = spawn(process.execPath, ['--test', ...options, ...files], { stdio: 'inherit', env });
// Ctrl-C reaches the runner as well: it stops its server and ends, and we end with it.
process.on('SIGINT', () => {});
run.on('exit', (code) => process.exit(code ?? 1));
