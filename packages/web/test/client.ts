// The client as it is served, built once for all test files that show it: under a name that follows from everything it is
// built from, so that tests never see a stale one.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface BuiltClient {
  readonly folder: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** The ballot's own pages, which are built apart. */
  readonly booth: ReadonlyMap<string, Buffer>;
  /** What is done at a table, built apart too. */
  readonly office: ReadonlyMap<string, Buffer>;
  /** The supply committee's, built apart as well. */
  readonly supply: ReadonlyMap<string, Buffer>;
  /** The page of a road block. */
  readonly block: ReadonlyMap<string, Buffer>;
  /** Whoever is done with it says so. */
  remove(): Promise<void>;
}

const project = fileURLToPath(new URL('../../..', import.meta.url));
const root = join(project, 'packages/web');
const built = join(project, 'node_modules/.cache/client');
const DAY_MS = 86_400_000;

let found: Promise<BuiltClient> | undefined;

/** Its sources are looked at once in a process: they do not change under the tests. */
export function buildClient(): Promise<BuiltClient> {
  found ??= findClient();
  return found;
}

async function findClient(): Promise<BuiltClient> {
  const folder = join(built, await fingerprint());
  if (!(await exists(folder))) await buildInto(folder);
  const files = new Map<string, Buffer>();
  const apart = { ballot: new Map(), office: new Map(), supply: new Map(), pass: new Map() } as const;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const part = entry.parentPath.slice(folder.length + 1).split(sep)[0] ?? '';
    const place: Map<string, Buffer> = Object.hasOwn(apart, part) ? apart[part as keyof typeof apart] : files;
    place.set(entry.name, await readFile(join(entry.parentPath, entry.name)));
  }
  const { ballot: booth, office, supply, pass: block } = apart;
  return { folder, files, booth, office, supply, block, remove: () => Promise.resolve() };
}

/** Sources of the client and of the packages that it may import, how it is built, and with what. */
async function fingerprint(): Promise<string> {
  const sources = globSync(
    [
      'package-lock.json',
      'packages/web/*.*',
      'packages/web/{src,look,booth,office,supply,pass}/**/*.*',
      'packages/{book,core,count,ballot,supply}/**/*.{ts,json}',
    ],
    { cwd: project, exclude: (path) => /(^|\/)(node_modules|dist|test)(\/|$)/.test(path) },
  ).sort();
  // The client is built without the library of its map where nobody has installed it.
  const library = await stat(join(project, 'node_modules/maplibre-gl/package.json')).catch(() => null);
  const hash = createHash('sha256')
    .update(process.version)
    .update(library === null ? '' : 'with its map');
  for (const path of sources) hash.update(`\n${path}\n`).update(await readFile(join(project, path)));
  return hash.digest('hex').slice(0, 32);
}

/** Made under another name and renamed when whole: two that build at the same moment end with one. */
async function buildInto(folder: string): Promise<void> {
  await mkdir(built, { recursive: true });
  await removeOld();
  const half = await mkdtemp(join(built, 'half-'));
  // As `npm start` leaves it: with what is sent packed beside each file.
  await promisify(execFile)(process.execPath, [join(root, 'build.js'), half]);
  await rename(half, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(half, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(built)) {
    const found = await stat(join(built, name)).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > DAY_MS)
      await rm(join(built, name), { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
