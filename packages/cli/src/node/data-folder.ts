/** What the command line itself keeps in a data folder: the node's name, and where it is being served. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Invocation } from '../command.ts';
import { Stop } from '../stop.ts';

const NAME_FILE = 'node.json';
const SERVING_FILE = 'serving.json';

/** `--data`, as a full path. */
export function dataFolder({ values }: Pick<Invocation, 'values'>): string {
  return resolve(values.data ?? 'data');
}

export async function keptName(folder: string): Promise<string | undefined> {
  const { name } = await readJson(join(folder, NAME_FILE));
  return typeof name === 'string' ? name : undefined;
}

export async function keepName(folder: string, name: string): Promise<void> {
  await writeFile(join(folder, NAME_FILE), `${JSON.stringify({ name })}\n`);
}

export interface ServedAt {
  readonly url: string;
  readonly pid: number;
}

/** What a running node wrote; it may have been killed since. */
export async function servedAt(folder: string): Promise<ServedAt | undefined> {
  const { url, pid } = await readJson(join(folder, SERVING_FILE));
  return typeof url === 'string' && typeof pid === 'number' ? { url, pid } : undefined;
}

export async function announce(folder: string, url: string): Promise<void> {
  await writeFile(join(folder, SERVING_FILE), `${JSON.stringify({ url, pid: process.pid })}\n`);
}

export async function withdrawAnnouncement(folder: string): Promise<void> {
  const served = await servedAt(folder);
  if (served?.pid === process.pid) await rm(join(folder, SERVING_FILE), { force: true });
}

/** A folder in which no node has ever run must not become one because somebody mistyped it. */
export async function existingFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) throw noNodeIn(folder, { es: 'no existe', en: 'does not exist' });
  if (!found.isDirectory()) throw noNodeIn(folder, { es: 'no es una carpeta', en: 'is not a folder' });
  if ((await keptName(folder)) === undefined) {
    throw noNodeIn(folder, { es: 'no es la carpeta de datos de un nodo', en: "is not a node's data folder" });
  }
  return folder;
}

function noNodeIn(folder: string, why: { readonly es: string; readonly en: string }): Stop {
  return new Stop(
    'no-data-folder',
    { es: `${folder} ${why.es}.`, en: `${folder} ${why.en}.` },
    {
      es: 'Dé la carpeta de datos con --data DIR, o un nodo en marcha con --node URL donde la orden lo acepta.',
      en: 'Give the data folder with --data DIR, or a running node with --node URL where the command takes one.',
    },
  );
}

async function readJson(file: string): Promise<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Cut off by a power failure, or not there: as if nothing had been written.
    if (code === 'ENOENT' || code === 'ENOTDIR' || error instanceof SyntaxError) return {};
    throw error;
  }
}
