// `npm run types`: checks every TypeScript project of the repository, several at a time.
// A package has one project for what it ships and, where its source must not see Node's types, another for its tests.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
const cache = fileURLToPath(new URL('../node_modules/.cache/types/', import.meta.url));
const projects = globSync(
  [
    'house/tsconfig.json',
    'bench/tsconfig.json',
    'simulate/tsconfig.json',
    'packages/*/tsconfig.json',
    'packages/*/*/tsconfig.json',
  ],
  {
    exclude: (path) => path.includes('node_modules'),
  },
).sort();

type Outcome = { project: string; ok: boolean; output: string };

function check(project: string): Promise<Outcome> {
  const pretty = process.stdout.isTTY ? ['--pretty'] : [];
  return new Promise((resolve) => {
    // What was checked before is remembered beside the installed packages, so that a second run looks at changes alone.
    const memory = `${cache}${project.replaceAll('/', '-')}.tsbuildinfo`;
    const remembering = ['--incremental', '--tsBuildInfoFile', memory];
    execFile(process.execPath, [compiler, '-p', project, ...remembering, ...pretty], (error, stdout, stderr) =>
      resolve({ project, ok: error === null, output: stdout + stderr }),
    );
  });
}

const outcomes: Outcome[] = [];
const waiting = [...projects];

/** One compiler a core: each wants half a gigabyte, and together they are slower than one after the other. */
async function checkWaiting(): Promise<void> {
  for (let project = waiting.shift(); project !== undefined; project = waiting.shift())
    outcomes.push(await check(project));
}

await Promise.all(Array.from({ length: availableParallelism() }, checkWaiting));
const failed = outcomes.filter(({ ok }) => !ok);
for (const { project, output } of failed) process.stdout.write(`${project}\n${output}\n`);
process.stdout.write(`types: ${outcomes.length - failed.length} of ${outcomes.length} projects sound\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
