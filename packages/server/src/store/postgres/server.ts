import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import { runCommand } from './command.ts';
import { answers } from './connection.ts';
import { type Place, readSmall, writeSmall } from './place.ts';
import { DatabaseProblem, errorCode } from './problem.ts';
import { serverSettings } from './settings.ts';

/** A PostgreSQL that runs on a place's data, whoever started it. */
export type Running = { pid: number; port: number };

export type StartWith = {
  binaries: Binaries;
  settings: Record<string, string> | undefined;
  /** The address that clients already hold; without it a new port is taken when the old one is occupied. */
  onlyPort?: number;
  urlAt: (port: number) => string;
  log: (line: string) => void;
};

/**
 * Sees to it that a healthy server runs on the place's data: the one that is there already (left over after this
 * program was killed, or started by another at the same moment), else a new one.
 */
export async function ensureServer(place: Place, how: StartWith): Promise<Running> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const left = await runningServer(place);
    if (left !== undefined) {
      if (await answers(how.urlAt(left.port), () => isAlive(place, left.pid))) return left;
      how.log(`database: the PostgreSQL left over as process ${left.pid} does not answer; stopping it`);
      await stopServer(place, how.binaries);
    }
    const port = how.onlyPort ?? (await choosePort(place, attempt));
    const trouble = await launch(place, how, port);
    if (trouble === undefined) continue;
    if (!passing.test(trouble)) throw new DatabaseProblem('failed', `PostgreSQL did not start: ${trouble}`);
    await pause(250);
  }
  throw new DatabaseProblem('failed', `PostgreSQL did not start in ${place.home}; see ${logOf(place)}`);
}

/** Reasons not to start that go away: a port taken in between, another start, processes of a killed server. */
const passing = /could not bind|could not create any TCP\/IP|lock file "postmaster\.pid"|pre-existing shared memory/;

/** Starts a server and waits for it; answers with its complaint if it did not come up. */
async function launch(place: Place, how: StartWith, port: number): Promise<string | undefined> {
  const configuration = join(place.data, 'postgresql.conf');
  await writeFile(configuration, serverSettings(port, how.settings), { mode: 0o600 });
  await giveTo(place.account, configuration);
  await writeSmall(place, place.home, 'port', String(port));
  const before = await turnLog(place);

  const wait = ['-w', '-t', '600', '-s'];
  const args = ['start', '-D', place.data, '-l', logOf(place), ...wait];
  const { code, output } = await runCommand(how.binaries.pgCtl, args, place.account);
  if (code === 0) return undefined;
  const said = (await readFile(logOf(place), 'utf8').catch(() => '')).slice(before).trim();
  return [said.split('\n').slice(-5).join('\n'), output].filter((text) => text !== '').join('\n');
}

/** "fast" ends the sessions and writes everything out; if that hangs, "immediate" leaves it to crash recovery. */
export async function stopServer(place: Place, binaries: Binaries): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if ((await runningServer(place)) === undefined) return;
    const args = ['stop', '-D', place.data, '-m', mode, '-w', '-t', mode === 'fast' ? '60' : '10', '-s'];
    await runCommand(binaries.pgCtl, args, place.account);
  }
  const left = await runningServer(place);
  if (left !== undefined) throw new DatabaseProblem('failed', `PostgreSQL (process ${left.pid}) does not stop`);
}

/** What `postmaster.pid` says, if the process it names is still that server. */
export async function runningServer(place: Place): Promise<Running | undefined> {
  const path = join(place.data, 'postmaster.pid');
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !processExists(pid)) return undefined;
  if (!(await isServerOf(place, pid))) {
    // After a reboot the number can belong to any process, and PostgreSQL would take that process for itself.
    await rm(path, { force: true });
    return undefined;
  }
  // A server that has only just begun has not written its port yet; the one it was told is in our own file.
  const port = Number(lines[3]) || Number(await readSmall(place, 'port'));
  return { pid, port };
}

async function isAlive(place: Place, pid: number): Promise<boolean> {
  return (await runningServer(place))?.pid === pid;
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether the process is the server of exactly this data; a zombie, or anything else under the number, is not. */
async function isServerOf(place: Place, pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (line === undefined) {
    const { output } = await runCommand('ps', ['-o', 'command=', '-p', String(pid)]);
    return output.includes('postgres') && output.includes(place.data);
  }
  const [program = '', ...args] = line.split('\0');
  const data = args[args.indexOf('-D') + 1] ?? '';
  return basename(program) === 'postgres' && (await sameFolder(data, place.data));
}

async function sameFolder(one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [left, right] = await Promise.all([one, other].map((path) => realpath(path).catch(() => undefined)));
  return left !== undefined && left === right;
}

async function choosePort(place: Place, attempt: number): Promise<number> {
  const remembered = Number(await readSmall(place, 'port'));
  if (attempt === 0 && remembered > 0 && (await portIsFree(remembered))) return remembered;
  return freePort();
}

async function portIsFree(port: number): Promise<boolean> {
  return freePort(port).then(
    () => true,
    () => false,
  );
}

function freePort(port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

function logOf(place: Place): string {
  return join(place.data, 'server.log');
}

/** Begins a new log when the old one has grown; answers how long the present one is. */
async function turnLog(place: Place): Promise<number> {
  const size = await stat(logOf(place)).then(
    (found) => found.size,
    () => 0,
  );
  if (size < 4 * 1024 * 1024) return size;
  await rename(logOf(place), `${logOf(place)}.old`);
  return 0;
}
