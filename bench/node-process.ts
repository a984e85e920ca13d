// A node as its operator runs it, in a folder of its own, on a database whose address the measurement knows too.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startDatabase } from '@cabildo/server';
import { removeDatabase } from '../packages/server/src/store/postgres/index.ts';

export interface MeasuredNode {
  readonly url: string;
  readonly data: string;
  readonly databaseUrl: string;
  readonly pid: number;
  /** The postmaster. */
  readonly databasePid: number;
  /** Calls the listener with each commit to a book: its length after that, and when that was. Returns what ends it. */
  onCommit(listener: (commit: Commit) => void): () => void;
}

interface Commit {
  readonly origin: string;
  readonly size: number;
  /** `Date.now()`. */
  readonly at: number;
}

/** By which the node says when it has committed. */
const teller = pathToFileURL(join(import.meta.dirname, 'load/tell-commits.ts')).href;
const program = join(import.meta.dirname, '../packages/cli/bin/cabildo.js');

/** Runs `cabildo …args` until `work` is done. The command must end its start with one JSON document. */
export async function withNodeProcess<T>(
  args: readonly string[],
  work: (node: MeasuredNode) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'cabildo-bench-'));
  const database = await startDatabase({ dataDir: data, env: {}, log: () => undefined });
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=2', program, ...args, '--data', data, '--port', '0', '--json'],
    {
      // NODE_OPTIONS is passed on, so that its settings can be compared.
      env: {
        PATH: process.env.PATH ?? '',
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${teller}`,
        DATABASE_URL: database.url,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  try {
    const url = await urlFrom(child);
    const databasePid = database.pid;
    if (child.pid === undefined || databasePid === undefined) throw new Error('the node has no process');
    const onCommit: MeasuredNode['onCommit'] = (listener) => {
      const heard = (message: unknown): void => listener(message as Commit);
      child.on('message', heard);
      return () => child.off('message', heard);
    };
    return await work({ url, data, databaseUrl: database.url, pid: child.pid, databasePid, onCommit });
  } finally {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await database.stop();
    await removeDatabase(data);
    await rm(data, { recursive: true, force: true });
  }
}

function urlFrom(child: ReturnType<typeof spawn>): Promise<string> {
  let [out, err] = ['', ''];
  child.stderr?.on('data', (part) => {
    err = (err + part).slice(-2_000);
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.stdout?.on('data', (part) => {
    out += part;
    if (!out.endsWith('}\n')) return;
    const { ok, url, error } = JSON.parse(out);
    if (ok === true) resolve(url);
    else reject(new Error(`the node did not start: ${error?.message ?? out}`));
  });
  child.once('exit', (code) => reject(new Error(`the node ended with ${code}: ${err}`)));
  return promise;
}
