import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figures } from './figures.ts';

/** What is kept beside the node of the full story: whose keys, since when, how much of it, and whether it was told to its end. */
export interface FullMemory {
  readonly seed: string;
  readonly startedAt: number;
  readonly districts: number;
  readonly told: Figures | null;
}

const fileName = 'full-story.json';

export async function recallFull(dataDir: string): Promise<FullMemory | null> {
  try {
    return JSON.parse(await readFile(join(dataDir, fileName), 'utf8')) as FullMemory;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all: written beside and renamed. */
export async function rememberFull(dataDir: string, memory: FullMemory): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, fileName);
  await writeFile(`${path}.new`, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
