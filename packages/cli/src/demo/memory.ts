import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Waiting } from './story/chapter-waiting.ts';

/** What the demonstration keeps in its data folder: whose keys, since when, how far. Only a demonstration may keep cards. */
export interface Memory {
  readonly seed: string;
  readonly startedAt: number;
  readonly waiting: Waiting | null;
}

const fileName = 'demo.json';

export async function recall(dataDir: string): Promise<Memory | null> {
  try {
    const memory = JSON.parse(await readFile(join(dataDir, fileName), 'utf8')) as Memory;
    // An earlier program left its readers elsewhere: the story is played again over what is there, which changes nothing.
    return memory.waiting?.halls === undefined ? { ...memory, waiting: null } : memory;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all: written beside and renamed. */
export async function remember(dataDir: string, memory: Memory): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, fileName);
  await writeFile(`${path}.new`, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

export const fresh = (now: number): Memory => ({
  seed: randomBytes(32).toString('base64'),
  startedAt: now,
  waiting: null,
});
