// `npm run types`: checks every TypeScript project of the repository. A package has one project for what it ships and, where its
// source must not see Node's types, another for its tests. Projects with the same settings are checked as one: each by itself
// would check again all that it imports, and the rules are imported by nearly all.
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
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

interface Settings {
  readonly extends: string;
  readonly compilerOptions: object;
  readonly include: readonly string[];
}

interface Program {
  readonly projects: readonly string[];
  /** What the compiler is given. */
  readonly file: string;
}

function programs(): Program[] {
  const alike = new Map<string, { readonly project: string; readonly settings: Settings }[]>();
  for (const project of projects) {
    const settings = JSON.parse(readFileSync(project, 'utf8')) as Settings;
    const kind = JSON.stringify([resolve(dirname(project), settings.extends), settings.compilerOptions]);
    alike.set(kind, [...(alike.get(kind) ?? []), { project, settings }]);
  }
  return [...alike.values()].map((group) => ({ projects: group.map(({ project }) => project), file: fileOf(group) }));
}

/** Of several projects, one that has the files of all. */
function fileOf(group: readonly { readonly project: string; readonly settings: Settings }[]): string {
  const [first, ...others] = group;
  if (first === undefined || others.length === 0) return first?.project ?? '';
  const { project, settings } = first;
  const include = group.flatMap((one) => one.settings.include.map((path) => resolve(dirname(one.project), path)));
  const file = join(cache, `with-${project.replaceAll('/', '-')}`);
  const base = resolve(dirname(project), settings.extends);
  writeFileSync(file, JSON.stringify({ ...settings, extends: base, include }));
  return file;
}

interface Outcome extends Program {
  readonly ok: boolean;
  readonly output: string;
}

function check(program: Program): Promise<Outcome> {
  const pretty = process.stdout.isTTY ? ['--pretty'] : [];
  return new Promise((resolve) => {
    // What was checked before is remembered beside the installed packages, so that a second run looks at changes alone.
    const memory = join(cache, `${relative('', program.file).replaceAll('/', '-')}.tsbuildinfo`);
    const remembering = ['--incremental', '--tsBuildInfoFile', memory];
    execFile(process.execPath, [compiler, '-p', program.file, ...remembering, ...pretty], (error, stdout, stderr) =>
      resolve({ ...program, ok: error === null, output: stdout + stderr }),
    );
  });
}

mkdirSync(cache, { recursive: true });
const outcomes: Outcome[] = [];
// What takes longest first.
const waiting = programs().sort((a, b) => b.projects.length - a.projects.length);

/** One compiler a core: each wants half a gigabyte, and together they are slower than one after the other. */
async function checkWaiting(): Promise<void> {
  for (let program = waiting.shift(); program !== undefined; program = waiting.shift())
    outcomes.push(await check(program));
}

await Promise.all(Array.from({ length: availableParallelism() }, checkWaiting));
const failed = outcomes.filter(({ ok }) => !ok);
for (const { projects, output } of failed) process.stdout.write(`${projects.join(', ')}\n${output}\n`);
const sound = outcomes.filter(({ ok }) => ok).flatMap((outcome) => outcome.projects).length;
process.stdout.write(`types: ${sound} of ${projects.length} projects sound\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
