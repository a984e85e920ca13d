// A node run by the real command, in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { removeDatabase } from '../../server/src/store/postgres/index.ts';
import { giveDatabase } from '../../server/test/cluster.ts';
import { bareEnvironment, program, scratch } from './cabildo.ts';

export interface NodeProcess {
  readonly url: string;
  readonly data: string;
  readonly operatorToken: string;
  /** What it said on stderr so far. */
  said(): string;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();
after(async () => {
  for (const child of running) await ended(child, 'SIGKILL');
  for (const data of folders) {
    await removeDatabase(data);
    await rm(data, { recursive: true, force: true });
  }
});

/** The database in a folder goes away with the test file, whoever made it. */
export function dataIn(folder: string): string {
  folders.add(folder);
  return folder;
}

export async function startNode(name = 'el-alto.example', ...more: readonly string[]): Promise<NodeProcess> {
  const folder = dataIn(join(await scratch(), 'data'));
  await mkdir(folder, { mode: 0o700 });
  await giveDatabase(folder);
  const line = ['serve', '--data', folder, '--name', name, '--port', '0', '--json', ...more];
  const child = spawn(process.execPath, [program, ...line], {
    env: bareEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [out, err] = ['', ''];
  child.stderr.on('data', (part) => {
    err += part;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part) => {
      out += part;
      if (out.endsWith('}\n')) resolve(JSON.parse(out).url);
    });
    child.once('exit', (code) => reject(new Error(`the node ended with ${code}: ${err}`)));
  });
  const operatorToken = (await readFile(join(folder, 'operator-token'), 'utf8')).trim();
  return {
    url,
    data: folder,
    operatorToken,
    said: () => err,
    async stop() {
      running.delete(child);
      return ended(child, 'SIGTERM');
    },
  };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else {
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    }
  });
}
