import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepHalves } from './cluster.ts';
import { findPlace, removeNote, rootHome } from './place.ts';
import { errorCode } from './problem.ts';
import { runningServer, stopServer } from './server.ts';
import { binariesFor } from './start.ts';

/** Stops the server of a data folder and deletes its database for good. For tests, and for whoever really means it. */
export async function removeDatabase(dataDir: string): Promise<void> {
  const place = await findPlace(dataDir, () => undefined);
  if ((await runningServer(place)) !== undefined) await stopServer(place, await binariesFor(place));
  await rm(place.home, { recursive: true, force: true });
  await sweepHalves(place);
  await removeNote(place);
  if (place.home.startsWith(rootHome)) await removeIfUnused();
}

/** The copy of the programs goes with the last database that needs it. */
async function removeIfUnused(): Promise<void> {
  const isLast = await rmdir(join(rootHome, 'data')).then(
    () => true,
    (error) => errorCode(error) === 'ENOENT',
  );
  if (!isLast) return;
  for (const name of await readdir(rootHome).catch(() => [])) {
    if (name.startsWith('postgresql-')) await rm(join(rootHome, name), { recursive: true, force: true });
  }
  await rmdir(rootHome).catch(() => undefined);
}
