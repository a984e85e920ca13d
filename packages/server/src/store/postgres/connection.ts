import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { errorCode } from './problem.ts';

/** A connection of the launcher's own, never of the application's pool. */
export async function connect(url: string, name: string, timeoutMs = 10_000): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: timeoutMs });
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

const startingUp = '57P03';

/**
 * Waits until the server at `url` answers. A server that says it is starting (it may be replaying hours of work after
 * a crash) is waited for as long as it lives; one that says nothing, or does not know our password, is given 3 seconds.
 */
export async function answers(url: string, alive: () => Promise<boolean>): Promise<boolean> {
  let giveUpAt = Date.now() + 3_000;
  while (Date.now() < giveUpAt && (await alive())) {
    try {
      await (await connect(url, 'cabildo probe', 2_000)).end();
      return true;
    } catch (error) {
      if (errorCode(error) === startingUp) giveUpAt = Date.now() + 3_000;
    }
    await pause(50);
  }
  return false;
}
