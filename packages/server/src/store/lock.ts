import pg from 'pg';

/** Another node process holds this database. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
}

export interface DatabaseLock {
  release(): Promise<void>;
}

// "cabildo" in ASCII, as the key of PostgreSQL's advisory lock.
const LOCK_KEY = '27971993402402927';

/**
 * One node process for one database: the lock lives as long as this connection. It guards against a second start by
 * mistake; the row lock of each append guards the books themselves.
 */
export async function lockDatabase(url: string, onLost: () => void): Promise<DatabaseLock> {
  const client = new pg.Client({ connectionString: url, application_name: 'cabildo lock', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${LOCK_KEY}) as held`);
  if (rows[0]?.held !== true) {
    await client.end();
    throw new DatabaseInUse('another Cabildo process is already running on this database');
  }
  let released = false;
  client.once('end', () => {
    if (!released) onLost();
  });
  return {
    async release() {
      released = true;
      await client.end();
    },
  };
}
