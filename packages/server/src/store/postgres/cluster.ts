import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type pg from 'pg';
import { giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import { runCommand } from './command.ts';
import { type Place, readSmall, writeNote, writeSmall } from './place.ts';
import { DatabaseProblem, errorCode, writingTo } from './problem.ts';

/**
 * Two roles share one password: `postgres`, with which this launcher looks after the server, and `cabildo`, which owns
 * the node's database and is no superuser, so that a hole in a query is not a hole in the machine.
 */
export type Access = { adminUrl: (port: number) => string; url: (port: number) => string };

export async function accessTo(place: Place): Promise<Access> {
  const password = await readSmall(place, 'password');
  if (password === undefined) {
    throw new DatabaseProblem(
      'failed',
      `${join(place.home, 'password')} cannot be read; the database cannot be opened`,
    );
  }
  return {
    adminUrl: (port) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    url: (port) => `postgres://cabildo:${password}@127.0.0.1:${port}/cabildo`,
  };
}

/** Makes the database if there is none. Made under another name and renamed when whole: a kill leaves no half of one. */
export async function ensureCluster(place: Place, binaries: Binaries, log: (line: string) => void): Promise<void> {
  const version = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(unlessMissing);
  if (version !== undefined) return checkVersion(place, binaries, version.trim());

  log(`database: making a new one in ${place.home}`);
  await writeNote(place);
  await writingTo(dirname(place.home), () => mkdir(dirname(place.home), { recursive: true, mode: 0o755 }));
  await sweepHalves(place);
  const half = `${place.home}.new-${process.pid}`;
  await writingTo(dirname(place.home), () => mkdir(half, { mode: 0o700 }));
  await giveTo(place.account, half);
  await writeSmall(place, half, 'password', randomBytes(24).toString('hex'));
  await initialise(place, binaries, half);
  await rename(half, place.home).catch(async (error) => {
    // Another start was quicker: its database is the one.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
    await rm(half, { recursive: true });
  });
}

async function initialise(place: Place, binaries: Binaries, half: string): Promise<void> {
  const args = [
    ['--pgdata', join(half, 'data')],
    ['--username', 'postgres'],
    ['--pwfile', join(half, 'password')],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    // Code-point order everywhere, whatever the machine's languages are: a sort must not depend on the machine.
    ['--locale', 'C'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--no-instructions'],
  ].flat();
  const { code, output } = await runCommand(binaries.initdb, args, place.account);
  if (code === 0) return;
  await rm(half, { recursive: true, force: true });
  throw new DatabaseProblem('failed', `the database could not be made in ${place.home}: ${output}`);
}

function checkVersion(place: Place, binaries: Binaries, version: string): void {
  if (Number(version) === binaries.major) return;
  throw new DatabaseProblem(
    'other-version',
    `the database in ${place.home} was made by PostgreSQL ${version}, and this release brings PostgreSQL ` +
      `${binaries.major}. Write it out with \`cabildo backup\` of the release that made it, then read it into an empty ` +
      'data folder with `cabildo restore` of this one.',
  );
}

/** Removes what is left of a database whose making was killed. */
export async function sweepHalves(place: Place): Promise<void> {
  const prefix = `${basename(place.home)}.new-`;
  const names = await readdir(dirname(place.home)).catch(unlessMissing);
  for (const name of names ?? []) {
    if (!name.startsWith(prefix)) continue;
    const maker = Number(name.slice(prefix.length));
    if (maker !== process.pid && isRunning(maker)) continue;
    await rm(join(dirname(place.home), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Role and database of the application; repeated at each start, because a first start may have been cut short. */
export async function ensureApplicationDatabase(admin: pg.Client, url: string): Promise<void> {
  const known = await admin.query("select from pg_database where datname = 'cabildo'");
  if (known.rowCount !== 0) return;
  // The password is our own, of hexadecimal digits: CREATE ROLE takes no parameters.
  const { password } = new URL(url);
  await admin.query(`do $$ begin create role cabildo login createdb password '${password}';
    exception when duplicate_object then null; end $$`);
  await admin.query('create database cabildo owner cabildo').catch((error) => {
    if (errorCode(error) !== '42P04' && errorCode(error) !== '23505') throw error;
  });
}

function unlessMissing(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT') return undefined;
  throw error;
}
