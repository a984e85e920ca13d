// The sample federation with its whole story, as `cabildo demo` plays it: what screenshots are taken of, and what a
// reader of its cards takes part in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { administer, startCluster } from '../../server/test/cluster.ts';
import { freePort } from '../../server/test/free-port.ts';

export interface Story {
  readonly url: string;
  /** The halls that wait for a reader, each with the cards that were given out, the newest last. */
  halls(): Promise<readonly WaitingHall[]>;
  /** What was printed since this start. */
  printed(): string;
  /** Ends the process by that signal and starts it again on the same data, at the same address. */
  again(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

interface WaitingHall {
  readonly body: string;
  readonly readers: readonly { readonly code: string }[];
}

const program = fileURLToPath(new URL('../../cli/bin/cabildo.js', import.meta.url));

/** A story that has been told to its end once, and is gone on with as often as somebody wants: telling it takes long. */
export interface ToldStory {
  /** What the first start printed. */
  readonly printed: string;
  /** Starts it on a copy of its data. */
  goOn(work: (story: Story) => Promise<void>): Promise<void>;
  remove(): Promise<void>;
}

export async function tellStory(): Promise<ToldStory> {
  const cluster = await startCluster();
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-story-'));
  const remove = async (): Promise<void> => {
    await cluster.remove();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const first = await startDemo(dataDir, await freePort(), cluster.url);
    await first.end('SIGTERM');
    let copies = 0;
    const goOn: ToldStory['goOn'] = async (work) => {
      const name = `copy_${++copies}`;
      // From beside it: a database is copied only while nobody is connected to it.
      await administer(
        withDatabase(cluster.url, 'postgres'),
        `create database ${name} template ${databaseIn(cluster.url)}`,
      );
      await goOnIn(dataDir, withDatabase(cluster.url, name), work);
    };
    return { printed: first.printed(), goOn, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

export async function withStory(work: (story: Story) => Promise<void>): Promise<void> {
  const told = await tellStory();
  try {
    await told.goOn(work);
  } finally {
    await told.remove();
  }
}

const databaseIn = (url: string): string => new URL(url).pathname.slice(1);

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function goOnIn(original: string, databaseUrl: string, work: (story: Story) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-story-'));
  await cp(original, dataDir, { recursive: true });
  // One and the same for all starts: a phone belongs to the address that it has signed in at.
  const port = await freePort();
  const start = (): Promise<Running> => startDemo(dataDir, port, databaseUrl);
  let running: Running | undefined;
  try {
    running = await start();
    await work({
      url: running.url,
      halls: async () => {
        const { waiting } = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as Kept;
        return waiting.halls;
      },
      printed: () => running?.printed() ?? '',
      async again(signal) {
        await running?.end(signal);
        running = await start();
      },
    });
  } catch (error) {
    throw new Error(`the story had said:\n${running?.printed().slice(-2_000)}`, { cause: error });
  } finally {
    await running?.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Kept {
  readonly waiting: { readonly halls: readonly WaitingHall[] };
}

interface Running {
  readonly url: string;
  printed(): string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** With --json, the demonstration says where it serves once everything is printed, and prints on stderr. */
async function startDemo(dataDir: string, port: number, databaseUrl: string): Promise<Running> {
  const line = ['demo', '--json', '--lang', 'en', '--port', String(port), '--data', dataDir];
  const demo = spawn(process.execPath, [program, ...line], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(demo, 'exit');
  let printed = '';
  demo.stderr.on('data', (part) => {
    printed += String(part);
  });
  const { url } = await Promise.race([firstDocument(demo.stdout), ended.then(() => fail(printed))]);
  return {
    url,
    printed: () => printed,
    async end(signal) {
      if (demo.exitCode === null && demo.signalCode === null) demo.kill(signal);
      await ended;
    },
  };
}

function fail(printed: string): never {
  throw new Error(`the story ended by itself:\n${printed}`);
}

async function firstDocument(output: NodeJS.ReadableStream): Promise<{ readonly url: string }> {
  let read = '';
  for await (const part of output) {
    read += String(part);
    try {
      return JSON.parse(read) as { readonly url: string };
    } catch {
      // Not whole yet.
    }
  }
  throw new Error('the story said nothing');
}
