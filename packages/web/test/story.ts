// The sample federation with its whole story, as `cabildo demo` plays it: what screenshots are taken of.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startCluster } from '../../server/test/cluster.ts';

export interface Story {
  readonly url: string;
  /** The body whose vote waits, and two cards that may vote in it. */
  readonly waiting: { readonly body: string; readonly cards: readonly { readonly code: string }[] };
}

const program = fileURLToPath(new URL('../../cli/bin/cabildo.js', import.meta.url));

export async function withStory(work: (story: Story) => Promise<void>): Promise<void> {
  const cluster = await startCluster();
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-screens-'));
  const demo = spawn(process.execPath, [program, 'demo', '--json', '--port', '0', '--data', dataDir], {
    env: { ...process.env, DATABASE_URL: cluster.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(demo, 'exit');
  const complaints = text(demo.stderr);
  try {
    const { url } = await Promise.race([firstDocument(demo.stdout), ended.then(async () => fail(await complaints))]);
    const { waiting } = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as Pick<Story, 'waiting'>;
    await work({ url, waiting });
  } finally {
    if (demo.exitCode === null) demo.kill('SIGTERM');
    await ended;
    await cluster.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function fail(complaints: string): never {
  throw new Error(`the story ended by itself:\n${complaints}`);
}

/** With --json, the demonstration says where it serves once the story is played. */
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
