// A node and its database as processes that can be killed with no warning, and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPlace } from '../../src/store/postgres/place.ts';

export type Victim = 'node' | 'database' | 'both';

export class MortalNode {
  readonly dataDir: string;
  url = '';
  #child: ChildProcess | undefined;
  #said = '';

  constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  /** What the present process said on stderr, for the message of a failed test. */
  get said(): string {
    return this.#said;
  }

  async start(): Promise<void> {
    const script = join(import.meta.dirname, 'serving.ts');
    const env = { PATH: process.env.PATH ?? '' };
    const child = spawn(process.execPath, [script, this.dataDir], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#said = '';
    child.stderr.on('data', (part) => {
      this.#said = (this.#said + part).slice(-4_000);
    });
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    child.stdout.once('data', (line) => resolve(String(line).trim()));
    child.once('exit', () => reject(new Error(`the node did not start: ${this.#said}`)));
    this.url = await promise;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** `kill -9`; of the database all its processes at once, so that none can still write anything down. */
  async kill(victim: Victim): Promise<void> {
    const database = victim === 'node' ? [] : await this.#databaseProcesses();
    const gone = victim === 'database' || this.#child === undefined ? undefined : once(this.#child, 'exit');
    if (gone !== undefined) this.#child?.kill('SIGKILL');
    for (const pid of database) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    }
    await gone;
  }

  /** A minute goes by, for the present process. */
  passMinute(): void {
    this.#child?.kill('SIGUSR2');
  }

  async stop(): Promise<void> {
    if (!this.isRunning || this.#child === undefined) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  async #databaseProcesses(): Promise<number[]> {
    const { data } = await findPlace(this.dataDir, () => undefined);
    const postmaster = Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8'), 10);
    return [postmaster, ...childrenOf(postmaster)];
  }
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
}
