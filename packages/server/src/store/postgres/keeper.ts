import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { connect } from './connection.ts';
import { DatabaseProblem } from './problem.ts';

/** "cabildo" in ASCII: the advisory lock that says which process is the node of this database. */
const nodeLock = "x'00636162696c646f'::bigint";
const nodeName = 'cabildo node';

/**
 * Opens the launcher's own connection and, unless the database is only shared, takes the lock of the one node.
 * The lock dies with the connection, so that a killed node never has to be cleaned up after.
 */
export async function keep(adminUrl: string, share: boolean): Promise<pg.Client> {
  const client = await connect(adminUrl, `${share ? 'cabildo guest' : nodeName} ${process.pid}`);
  try {
    if (!share) await takeLock(client);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** The server notices within moments that a killed node is gone; until then its lock still stands. */
async function takeLock(client: pg.Client): Promise<void> {
  const giveUpAt = Date.now() + 3_000;
  do {
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${nodeLock}) as taken`);
    if (rows[0]?.taken) return;
    await pause(100);
  } while (Date.now() < giveUpAt);
  throw new DatabaseProblem('in-use', `another Cabildo${await holder(client)} already uses this data folder`);
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ application_name: string }>(
    'select application_name from pg_stat_activity where application_name like $1 and pid <> pg_backend_pid()',
    [`${nodeName} %`],
  );
  const pid = rows[0]?.application_name.slice(nodeName.length + 1);
  return pid === undefined ? '' : ` (process ${pid})`;
}

/** Whether another Cabildo holds on to the same server; then it must not be stopped under it. */
export async function othersAreHere(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from pg_stat_activity where application_name ~ '^cabildo (node|guest) ' and pid <> pg_backend_pid()",
  );
  return (rowCount ?? 0) > 0;
}
