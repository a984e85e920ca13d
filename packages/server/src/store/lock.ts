import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Another node process holds this database. */
class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
}

export interface DatabaseLock {
  release(): Promise<void>;
}

// "cabildo" in ASCII, as the key of PostgreSQL's advisory lock.
const LOCK_KEY = '27971993402402927';
const RETRY_MS = 500;
/** A process that was killed holds the lock until the database has seen that its connection is gone. */
const PATIENCE_MS = 1_000;
const AGAIN_MS = 100;

/**
 * One node process for one database: the lock lives as long as this connection. It guards against a second start by
 * mistake; what is appended to a book is guarded by the size that the append expects. A database that was restarted has
 * forgotten the lock, so it is taken again; `onLost` is called only if another process was quicker.
 */
export async function lockDatabase(url: string, onLost: () => void): Promise<DatabaseLock> {
  let released = false;
  let client = await takePatiently(url);
  let again: Promise<void> = Promise.resolve();

  function watch(): void {
    client.once('end', () => {
      if (!released) again = retake();
    });
  }

  async function retake(): Promise<void> {
    while (!released) {
      try {
        client = await take(url);
        if (released) await client.end();
        else watch();
        return;
      } catch (error) {
        if (error instanceof DatabaseInUse) {
          onLost();
          return;
        }
        await pause(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  watch();
  return {
    async release() {
      released = true;
      await client.end().catch(() => undefined);
      // A retake that waits for its next try sees the release by itself.
      await Promise.race([again, pause(RETRY_MS, undefined, { ref: false })]);
    },
  };
}

/** Whoever starts again right after a kill is not told that another one runs. */
async function takePatiently(url: string): Promise<pg.Client> {
  for (let left = PATIENCE_MS / AGAIN_MS; left > 0; left--)
    try {
      return await take(url);
    } catch (error) {
      if (!(error instanceof DatabaseInUse)) throw error;
      await pause(AGAIN_MS);
    }
  return take(url);
}

async function take(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'cabildo lock', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${LOCK_KEY}) as held`);
  if (rows[0]?.held === true) return client;
  await client.end();
  throw new DatabaseInUse('another Cabildo process is already running on this database');
}
