import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop } from '../stop.ts';

/** Folders that this very process holds: its own number in a lock may also be left from before a restart of the machine. */
const held = new Set<string>();

/**
 * Two witnesses on one folder could cosign two histories of a log. Returns what gives the folder back; after a kill the
 * process that wrote the lock is no more, and the next one takes it over.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'witness.pid');
  if (held.has(folder)) throw inUse(folder, process.pid);
  held.add(folder);
  try {
    await writeFile(path, `${process.pid}\n`, { flag: 'wx' }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      const pid = Number(await readFile(path, 'utf8'));
      if (pid !== process.pid && isRunning(pid)) throw inUse(folder, pid);
      await writeFile(path, `${process.pid}\n`);
    });
  } catch (error) {
    held.delete(folder);
    throw error;
  }
  return async () => {
    held.delete(folder);
    await rm(path, { force: true });
  };
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const inUse = (folder: string, pid: number): Stop =>
  new Stop(
    'in-use',
    {
      es: `Otro testigo (proceso ${pid}) ya trabaja con ${folder}.`,
      en: `Another witness (process ${pid}) is already working on ${folder}.`,
    },
    {
      es: 'Dos testigos con una llave podrían firmar dos historias: deténgalo, o dé otra carpeta con --data.',
      en: 'Two witnesses with one key could sign two histories: stop it, or give another folder with --data.',
    },
  );
