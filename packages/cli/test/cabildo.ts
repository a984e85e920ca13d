// Runs the real command as its users do: as a process of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runLine } from '../src/run-line.ts';

export const program = fileURLToPath(new URL('../bin/cabildo.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly node?: string;
  /** What stands on its standard input. */
  readonly input?: string;
}

/** What the tests run under, without anything of the tester's own settings. */
export const bareEnvironment = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8' };

export function cabildo(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawn(options.node ?? process.execPath, [program, ...args], {
    env: { ...bareEnvironment, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Whoever does not read it closes it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (part) => out.push(part));
  child.stderr.on('data', (part) => err.push(part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

/**
 * The same line in this process, which has loaded by now what a command of a node needs: for what differs in its words alone from
 * lines that are run as processes in the same file.
 */
export async function cabildoHere(args: readonly string[], { env = {} }: Pick<RunOptions, 'env'> = {}): Promise<Ran> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(out), text(err)]);
  const code = await runLine(args, { out, err, env: { ...bareEnvironment, ...env } });
  out.end();
  err.end();
  const [outSaid, errSaid] = await said;
  return { code, out: outSaid, err: errSaid };
}

const made: string[] = [];
after(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

/** A folder that goes away with the test file. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cabildo-cli-'));
  made.push(folder);
  return folder;
}
