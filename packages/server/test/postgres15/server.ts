// PostgreSQL 15 as Debian packages it: the oldest that a node runs on. A cluster of it for one test run, thrown away after.
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { access, appendFile, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, accountForRoot, giveTo, runningAsRoot } from '../../src/store/postgres/account.ts';
import { runCommand } from '../../src/store/postgres/command.ts';
import { freePort } from '../free-port.ts';

const debianBinaries = '/usr/lib/postgresql/15/bin';
const prefix = 'cabildo-postgres15-';

/** Where its programs lie; null where there are none. `POSTGRES15_BIN` names another place than Debian's. */
export async function findPostgres15(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const bin = env.POSTGRES15_BIN || debianBinaries;
  const found = await access(join(bin, 'initdb')).then(
    () => true,
    () => false,
  );
  return found ? bin : null;
}

export interface Postgres15 {
  readonly url: string;
  readonly folder: string;
  remove(): Promise<void>;
}

/** Starts one on a free port of this machine, with a password that nobody else knows. */
export async function startPostgres15(bin: string): Promise<Postgres15> {
  await sweep(bin);
  const account = runningAsRoot() ? await accountForRoot(() => undefined) : undefined;
  // The folder carries its maker's number, so that the next run knows what a killed one has left behind.
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const remove = (): Promise<void> => removeCluster(bin, folder, account);
  try {
    return { url: await launch(bin, folder, account), folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function launch(bin: string, folder: string, account: Account | undefined): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const [data, secret] = [join(folder, 'data'), join(folder, 'password')];
  await writeFile(secret, password, { mode: 0o600 });
  await giveTo(account, secret);
  await chmod(folder, 0o700);
  await giveTo(account, folder);
  const made = ['--username', 'postgres', '--pwfile', secret, '--auth', 'scram-sha-256', '--encoding', 'UTF8'];
  await run(join(bin, 'initdb'), ['--pgdata', data, ...made, '--locale', 'C', '--no-sync'], account);
  const port = await freePort();
  await appendFile(join(data, 'postgresql.conf'), settings(port));
  const log = join(folder, 'server.log');
  await run(join(bin, 'pg_ctl'), ['start', '-D', data, '-l', log, '-w', '-t', '60', '-s'], account).catch(
    async (error: Error) => {
      throw new Error(`${error.message}\n${await readFile(log, 'utf8').catch(() => '')}`);
    },
  );
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Test data need not survive a power cut; everything else is as it comes. */
const settings = (port: number): string => `
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
timezone = 'UTC'
`;

async function removeCluster(bin: string, folder: string, account: Account | undefined): Promise<void> {
  const data = join(folder, 'data');
  // Nothing is to be kept of it, so nothing has to be written out.
  await runCommand(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w', '-s'], account);
  await rm(folder, { recursive: true, force: true });
}

/** Clusters of runs that were killed outright. */
async function sweep(bin: string): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : undefined;
    if (maker === undefined || isRunning(maker)) continue;
    const account = runningAsRoot() ? await accountForRoot(() => undefined) : undefined;
    // Another user's leftovers are not ours to remove.
    await removeCluster(bin, join(tmpdir(), name), account).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function run(program: string, args: string[], account: Account | undefined): Promise<void> {
  const { code, output } = await runCommand(program, args, account);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output}`);
}
