// `npm run types`: checks every TypeScript project of the repository, several at a time.
// A package has one project for what it ships and, where its source must not see Node's types, another for its tests.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
const projects = globSync(
  ['house/tsconfig.json', 'bench/tsconfig.json', 'packages/*/tsconfig.json', 'packages/*/*/tsconfig.json'],
  {
    exclude: (path) => path.includes('node_modules'),
  },
).sort();

type Outcome = { project: string; ok: boolean; output: string };

function check(project: string): Promise<Outcome> {
  const pretty = process.stdout.isTTY ? ['--pretty'] : [];
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '-p', project, ...pretty], (error, stdout, stderr) =>
      resolve({ project, ok: error === null, output: stdout + stderr }),
    );
  });
}

const outcomes = await Promise.all(projects.map(check));
const failed = outcomes.filter(({ ok }) => !ok);
for (const { project, output } of failed) process.stdout.write(`${project}\n${output}\n`);
process.stdout.write(`types: ${outcomes.length - failed.length} of ${outcomes.length} projects sound\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
