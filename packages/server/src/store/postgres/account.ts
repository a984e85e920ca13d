import { chown } from 'node:fs/promises';
import { runCommand } from './command.ts';
import { DatabaseProblem } from './problem.ts';

/** The account of the operating system that runs the database, where it is not simply our own. */
export type Account = { name: string; uid: number; gid: number };

export function runningAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL refuses to run as root: as root we hand it to `postgres` if that account exists, else to our own. */
export async function accountForRoot(log: (line: string) => void): Promise<Account> {
  const existing = (await accountNamed('postgres')) ?? (await accountNamed('cabildo'));
  if (existing !== undefined) return existing;

  const home = ['--home-dir', '/var/lib/cabildo', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  const made = await runCommand('useradd', ['--system', '--user-group', ...home, 'cabildo']);
  // Another start at the same moment may have made it just before us: what counts is whether it is there now.
  const created = await accountNamed('cabildo');
  if (created === undefined) {
    throw new DatabaseProblem(
      'no-account',
      'PostgreSQL refuses to run as root, and the system account "cabildo" could not be created ' +
        `(${made.output}). Start as an ordinary user, create that account, or set DATABASE_URL.`,
    );
  }
  if (made.code === 0) log('database: created the system account "cabildo", because PostgreSQL refuses to run as root');
  return created;
}

async function accountNamed(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([runCommand('id', ['-u', name]), runCommand('id', ['-g', name])]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
}

/** Gives a path to the database's account; nothing to do when the database runs as ourselves. */
export async function giveTo(account: Account | undefined, path: string): Promise<void> {
  if (account !== undefined) await chown(path, account.uid, account.gid);
}
