import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Database, type DatabaseOptions, removeDatabase, startDatabase } from '../../src/store/postgres/index.ts';
import { giveDatabase } from '../cluster.ts';

export type Said = { url: string; version: string; place: string; pid: number; lines: string[]; error?: string };
export type Holder = { process: ChildProcess; said: Said; end(): Promise<void> };

const script = fileURLToPath(new URL('holder.ts', import.meta.url));

/** Starts a database in another process, as another user if one is named, and waits until it has it or has failed. */
export async function hold(
  dataDir: string,
  { share = false, user }: { share?: boolean; user?: number } = {},
): Promise<Holder> {
  const child = spawn(process.execPath, [script, dataDir, share ? 'share' : ''], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const [line] = await once(createInterface(child.stdout), 'line');
  return {
    process: child,
    said: JSON.parse(line) as Said,
    async end() {
      const gone = once(child, 'exit');
      child.stdin.end();
      if (child.exitCode === null && child.signalCode === null) await gone;
    },
  };
}

type Bench = { dataDir: string; start(changed?: Partial<DatabaseOptions>): Promise<Database> };

/**
 * A data folder for one test, and a way to start databases in it. At the end whatever was started is stopped, and only
 * then removed: a living launcher would bring its server back.
 */
export async function bench(t: TestContext): Promise<Bench> {
  const made = await emptyBench(t);
  await giveDatabase(made.dataDir);
  return made;
}

/** The same without a database, for tests of how one is made. */
export async function emptyBench(t: TestContext): Promise<Bench> {
  const parent = await mkdtemp(join(tmpdir(), `cabildo-test-${process.pid}-`));
  await chmod(parent, 0o755);
  const dataDir = join(parent, 'data');
  const started: Database[] = [];
  t.after(async () => {
    for (const database of started) await database.stop();
    await removeDatabase(dataDir);
    await rm(parent, { recursive: true, force: true });
  });
  async function start(changed: Partial<DatabaseOptions> = {}): Promise<Database> {
    const usual = { dataDir, env: {}, log: () => undefined, settings: { fsync: 'off' } };
    const database = await startDatabase({ ...usual, ...changed });
    started.push(database);
    return database;
  }
  return { dataDir, start };
}

export async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return Object.values((await client.query(text)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Whether a process still runs. In a container without an init a dead orphan stays as a zombie: that is not running. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
  return !/\) Z /.test(stat);
}

/** Waits for something that happens in another process; fails after 20 seconds. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (!(await what())) {
    if (Date.now() > giveUpAt) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
